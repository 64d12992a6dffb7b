"""Asking an index, with what the asker may not see left out before anything is ranked, cut or counted."""

import weakref
from collections.abc import Mapping
from functools import reduce
from typing import Any

import numpy as np
from numpy.typing import NDArray

from manumit.linkage import PROFILES
from manumit.spine.access import kinds
from manumit.spine.identity.actor import Actor

from . import indexing
from .keys import Key
from .linkable import Linkable, meets, of_profile
from .question import Found, Question
from .reading import sound

__all__ = ["Found", "Question", "search", "search_all", "visible"]
Ids = NDArray[np.int64]
_parsed: dict[int, tuple[Any, NDArray[Any], Ids]] = {}


def search(actor: Actor, question: Question, limit: int = 10, *, least: int | None = None) -> list[Found]:
    """Return the `limit` best candidates among those that `actor` may read whole, best first.

    No other record changes what is found, in which order, or how heavy it is. Raises BadValue never: a fact that
    cannot be read says nothing.
    """
    return _search(question, limit, least, {each: visible(actor, each) for each in _asked(question)})


def search_all(question: Question, limit: int = 10, *, least: int | None = None) -> list[Found]:
    """As `search`, of everything: for jobs, which decide for each side what it may be told."""
    return _search(question, limit, least, dict.fromkeys(_asked(question)))


def visible(actor: Actor, linkable: Linkable) -> Ids:
    """Return the ids, in order, of the records whose things of that name `actor` may read whole."""
    model: Any = kinds.get(linkable.kind).model_class
    scopes = [model.objects.visible_to(actor, f"read_{group}") for group in linkable.groups]
    rows = reduce(lambda found, scope: found.filter(pk__in=scope.values("pk").order_by()), scopes[1:], scopes[0])
    return np.sort(np.fromiter(rows.order_by().values_list("pk", flat=True), np.int64))


def _search(question: Question, limit: int, least: int | None, seen: Mapping[Linkable, Ids | None]) -> list[Found]:
    row = indexing.standing(question.profile)
    index = indexing.opened(row)
    record = sound(PROFILES[question.profile], question.facts)
    newer = [(str(key), facts) for key, facts in indexing.newer(row)]
    hits = index.search(record, limit, least=least, extra=newer, allowed=_Allowed(seen, question.of))
    return [Found(Key.parse(hit.id), hit.weight, index.model.version) for hit in hits]


def _asked(question: Question) -> list[Linkable]:
    other = meets(question.profile, question.name)
    return [each for each in of_profile(question.profile) if each.name == other]


class _Allowed:
    """Which ids of a segment may be found: things of the right name, in records that may be seen, not one's own."""

    def __init__(self, seen: Mapping[Linkable, Ids | None], without: tuple[str, int] | None) -> None:
        self.seen, self.without = seen, without

    def __call__(self, ids: NDArray[np.bytes_]) -> NDArray[np.bool_]:
        kinds_, records = _parts(ids)
        allowed = np.zeros(len(ids), np.bool_)
        for each, visible_ids in self.seen.items():
            here = kinds_ == f"{each.name}:{each.kind}".encode()
            allowed |= here if visible_ids is None else here & np.isin(records, visible_ids)
        if self.without:
            of_kind = np.array([kind.endswith(f":{self.without[0]}".encode()) for kind in np.unique(kinds_)], np.bool_)
            allowed &= ~(np.isin(kinds_, np.unique(kinds_)[of_kind]) & (records == self.without[1]))
        return allowed


def _parts(ids: NDArray[np.bytes_]) -> tuple[NDArray[Any], Ids]:
    """Return `name:kind` and record of each id, worked out once a segment: the same array each time."""
    known = _parsed.get(id(ids))
    if known and known[0]() is ids:
        return known[1], known[2]
    split = [text.rsplit(b":", 2) for text in ids.tolist()]
    found = np.array([part[0] for part in split], "S80"), np.array([int(part[1]) for part in split], np.int64)
    place = id(ids)
    _parsed[place] = (weakref.ref(ids, lambda _: _parsed.pop(place, None)), *found)
    return found
