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
from .outside import may_see
from .question import Found, Question
from .reading import sound

__all__ = ["Found", "Question", "search", "search_all", "visible"]
Ids = NDArray[np.int64]
FIRST = 64
"""How many heavy candidates are asked for at first; few things have more."""


def search(actor: Actor, question: Question, limit: int = 10, *, least: int | None = None) -> list[Found]:
    """Return the `limit` best candidates among those that `actor` may read whole, best first.

    No other record changes what is found, in which order, or how heavy it is. Raises BadValue never: a fact that
    cannot be read says nothing. Who stands outside (`outside.may_see`) finds nobody.
    """
    if not may_see(actor, question.profile):
        return []
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
    return AtHand(question.profile).search(question, limit, least, seen)


class AtHand:
    """The index of a profile, opened for many questions at once: what is newer than its files is read one time."""

    def __init__(self, profile: str) -> None:
        row = indexing.standing(profile)
        self.index = indexing.opened(row)
        self.newer = [(str(key), facts) for key, facts in indexing.newer(row)]

    def search(
        self, question: Question, limit: int, least: int | None, seen: Mapping[Linkable, Ids | None]
    ) -> list[Found]:
        """Return the best of what is `seen`; None stands for everything of a linkable."""
        record, allowed = sound(PROFILES[question.profile], question.facts), _Allowed(seen, question.of)
        hits = self.index.search(record, limit, least=least, extra=self.newer, allowed=allowed)
        return [Found(Key.parse(hit.id), hit.weight, self.index.model.version) for hit in hits]

    def heavy(self, question: Question, least: int) -> list[Found]:
        """Return everything of at least that weight, for jobs: asked for more until all of it came."""
        seen, limit = dict.fromkeys(_asked(question)), FIRST
        while len(found := self.search(question, limit, least, seen)) == limit:
            limit *= 16
        return found


def _asked(question: Question) -> list[Linkable]:
    other = meets(question.profile, question.name)
    return [each for each in of_profile(question.profile) if each.name == other]


class _Allowed:
    """Which ids of a segment may be found: things of the right name, in records that may be seen, not one's own."""

    def __init__(self, seen: Mapping[Linkable, Ids | None], without: tuple[str, int] | None) -> None:
        self.seen, self.without = seen, without

    def __call__(self, ids: NDArray[np.bytes_]) -> NDArray[np.bool_]:
        parts = _parts(ids)
        allowed = np.zeros(len(ids), np.bool_)
        for each, visible_ids in self.seen.items():
            here = parts.rows_of(f"{each.name}:{each.kind}")
            allowed[here if visible_ids is None else here[among(parts.records[here], visible_ids)]] = True
        if self.without:
            own = np.flatnonzero(parts.records == self.without[1])
            allowed[own[parts.of_kind(self.without[0])[own]]] = False
        return allowed


def among(records: Ids, ids: Ids) -> NDArray[np.bool_]:
    """Whether each of `records` is in `ids`, which are in order."""
    if not len(ids):
        return np.zeros(len(records), np.bool_)
    places = np.minimum(np.searchsorted(ids, records), len(ids) - 1)
    found: NDArray[np.bool_] = ids[places] == records
    return found


class _Parts:
    """The ids of a segment taken apart: which thing each names, as a number, and of which record."""

    def __init__(self, ids: NDArray[np.bytes_]) -> None:
        split = [text.rsplit(b":", 2) for text in ids.tolist()]
        self.names, self.codes = np.unique(np.array([part[0] for part in split], "S80"), return_inverse=True)
        self.records = np.array([int(part[1]) for part in split], np.int64)
        self._rows = {name: np.flatnonzero(self.codes == code) for code, name in enumerate(self.names.tolist())}

    def rows_of(self, name: str) -> Ids:
        """Return the rows of what is called `name:kind`."""
        return self._rows.get(name.encode(), np.zeros(0, np.int64))

    def of_kind(self, kind: str) -> NDArray[np.bool_]:
        """Whether each row belongs to a record of `kind`."""
        suffix = f":{kind}".encode()
        return np.array([name.endswith(suffix) for name in self.names.tolist()], np.bool_)[self.codes]


_parsed: dict[int, tuple["weakref.ref[NDArray[np.bytes_]]", _Parts]] = {}


def _parts(ids: NDArray[np.bytes_]) -> _Parts:
    """Return the ids of a segment taken apart, once a segment: the same array each time."""
    place, known = id(ids), _parsed.get(id(ids))
    if known and known[0]() is ids:
        return known[1]
    found = _Parts(ids)
    _parsed[place] = weakref.ref(ids, lambda _: _parsed.pop(place, None)), found
    return found
