"""Who is told of candidates, by the three levels.

Open: who may read both records whole is told of the pair. Pointer: where neither side reads the other's, and both let
others know that something matches, each is told whom to ask and no more. Restricted: silence on both sides.
"""

from collections.abc import Collection, Iterator
from dataclasses import dataclass

from manumit.spine.jobs import once_each
from manumit.spine.matching.outside import GUARDED
from manumit.spine.workflow.beside import beside
from manumit.spine.workflow.notices.telling import tell_each

from ..choices import State
from ..models import Candidate, PointerHit
from .sides import Side, Sides

QUIET = (State.REFUSED, State.UNSURE)
LINK, POINTER = "link_found", "pointer_found"


@dataclass(frozen=True, slots=True)
class Word:
    """What the owner of `mine` may be told of a candidate: that it is there, or whom to ask."""

    event: str
    candidate: Candidate
    mine: Side
    theirs: Side

    @property
    def deed(self) -> str:
        """What is done once: telling it on this evidence."""
        return f"{self.event} {self.candidate.pk} {self.mine.key} {self.candidate.evidence[:16]}"

    @property
    def place(self) -> tuple[int, str, int]:
        """Where its pointer stands."""
        return self.candidate.pk, self.mine.key.kind, self.mine.record.pk


def tell_sides(candidates: Collection[Candidate]) -> None:
    """Tell both owners of each what they may know, once; take back what no longer holds."""
    live = [each for each in candidates if each.gone_at is None and each.state not in QUIET]
    sides = Sides(live)
    words = [word for candidate in live for word in _words(sides, candidate)]
    _point([each.pk for each in candidates], [word for word in words if word.event == POINTER])
    for event in (LINK, POINTER):
        _tell_once(event, [word for word in words if word.event == event])


def _words(sides: Sides, candidate: Candidate) -> Iterator[Word]:
    both = sides.of(candidate)
    for mine, theirs in (both, both[::-1]) if both else ():
        if candidate.profile in GUARDED and not sides.inside(mine):
            continue
        if sides.reads(mine, theirs):
            yield Word(LINK, candidate, mine, theirs)
        elif mine.record.owner_id != theirs.record.owner_id and sides.pointing(mine, theirs):
            yield Word(POINTER, candidate, mine, theirs)


def _point(candidates: Collection[int], words: Collection[Word]) -> None:
    """Let exactly those pointers of some candidates stand that are in `words`."""
    wanted = {word.place: word for word in words}
    standing = {
        (hit.candidate, hit.record_kind, hit.record_id): hit.pk
        for hit in PointerHit.unscoped.filter(candidate__in=candidates)
    }
    gone = [pk for place, pk in standing.items() if place not in wanted]
    if gone:
        PointerHit.unscoped.filter(pk__in=gone).delete()
    new = [_pointer(word) for place, word in wanted.items() if place not in standing]
    PointerHit.unscoped.bulk_create(new, ignore_conflicts=True)


def _pointer(word: Word) -> PointerHit:
    return PointerHit(
        **beside(word.mine.record), candidate=word.candidate.pk, agency_id=word.mine.record.owner_id,
        holder_id=word.theirs.record.owner_id, profile=word.candidate.profile, name=word.mine.key.name,
    )  # fmt: skip


def _tell_once(event: str, words: Collection[Word]) -> None:
    heard = [word for word in words if word.mine.receiver]
    mine = once_each([word.deed for word in heard])
    told = [(beside(word.mine.record), to) for word in heard if word.deed in mine and (to := word.mine.receiver)]
    tell_each(event, told)
