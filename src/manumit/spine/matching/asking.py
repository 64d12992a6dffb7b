"""Asking an index: what is found is the best of what the asker may see, whatever else there is."""

import secrets
from collections.abc import Mapping

import numpy as np
from numpy.typing import NDArray

from manumit.linkage import PROFILES
from manumit.spine.identity.actor import Actor

from . import indexing
from .keys import Key
from .linkable import Linkable, meets, of_profile
from .naming import Ids, parts_of
from .outside import may_see
from .question import Found, Question
from .reading import sound
from .sight import Asked, Sight

__all__ = ["AtHand", "Found", "Question", "search", "search_all"]
FIRST = 64
"""How many heavy candidates are asked for at first; few things have more."""

ROUND = 1024
"""Of so many things, or up to twice as many, it is asked at first whether they may be seen."""


def search(
    actor: Actor, question: Question, limit: int = 10, *, least: int | None = None, sight: Sight | None = None
) -> list[Found]:
    """Return the `limit` best candidates among those that `actor` may read whole, best first.

    No other record changes what is found, in which order, or how heavy it is. Raises BadValue never: a fact that
    cannot be read says nothing. Who stands outside (`outside.may_see`) finds nobody. `sight` is what the actor may
    read, where several questions are asked together.
    """
    if not may_see(actor, question.profile):
        return []
    return AtHand(question.profile).as_seen(sight or Sight(actor), question, limit, least)


def search_all(question: Question, limit: int = 10, *, least: int | None = None) -> list[Found]:
    """As `search`, of everything: for jobs, which decide for each side what it may be told."""
    return AtHand(question.profile).search(question, limit, least)


class AtHand:
    """The index of a profile, opened for many questions at once: what is newer than its files is read one time."""

    def __init__(self, profile: str) -> None:
        row = indexing.standing(profile)
        self.index = indexing.opened(row)
        self.newer = [(str(key), facts) for key, facts in indexing.newer(row)]

    def search(self, question: Question, limit: int, least: int | None) -> list[Found]:
        """Return the best of everything."""
        record, allowed = sound(PROFILES[question.profile], question.facts), _Allowed(_all(question), question.of)
        hits = self.index.search(record, limit, least=least, extra=self.newer, allowed=allowed)
        return [Found(Key.parse(hit.id), hit.weight, self.index.model.version) for hit in hits]

    def as_seen(self, sight: Sight, question: Question, limit: int, least: int | None) -> list[Found]:
        """Return the best of what may be seen: which of the heaviest that is, is asked round by round.

        Where a first round ends is drawn anew for each question, so that nobody can tell by the time it took whether
        one more thing that they may not see stood before theirs.
        """
        few = {each: sight.few(each) for each in _asked(question)}
        asked = Asked(sight, [each for each, ids in few.items() if ids is None])
        hits = self.index.search_seen(
            sound(PROFILES[question.profile], question.facts), limit, asked, least=least, extra=self.newer,
            allowed=_Allowed(few, question.of), at_once=ROUND + secrets.randbelow(ROUND),
        )  # fmt: skip
        return [Found(Key.parse(hit.id), hit.weight, self.index.model.version) for hit in hits]

    def heavy(self, question: Question, least: int) -> list[Found]:
        """Return everything of at least that weight, for jobs: asked for more until all of it came."""
        limit = FIRST
        while len(found := self.search(question, limit, least)) == limit:
            limit *= 16
        return found


def _all(question: Question) -> dict[Linkable, Ids | None]:
    return dict.fromkeys(_asked(question))


def _asked(question: Question) -> list[Linkable]:
    other = meets(question.profile, question.name)
    return [each for each in of_profile(question.profile) if each.name == other]


class _Allowed:
    """Which ids of a segment may be found: things of the right name, of some records or of all, not one's own."""

    def __init__(self, wanted: Mapping[Linkable, Ids | None], without: tuple[str, int] | None) -> None:
        self.wanted, self.without = wanted, without

    def __call__(self, ids: NDArray[np.bytes_]) -> NDArray[np.bool_]:
        parts = parts_of(ids)
        allowed = np.zeros(len(ids), np.bool_)
        for each, records in self.wanted.items():
            name = f"{each.name}:{each.kind}"
            allowed[parts.rows_of(name) if records is None else parts.rows_in(name, records)] = True
        if self.without:
            allowed[parts.rows_of_record(*self.without)] = False
        return allowed
