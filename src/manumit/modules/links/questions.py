"""What pages ask about links. Every answer starts from what the asker may see, both sides whole."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.db.models import Exists, OuterRef, Q

from manumit.spine.access import Hidden
from manumit.spine.identity.actor import Actor
from manumit.spine.matching.linkable import linkables
from manumit.spine.matching.outside import GUARDED, inside
from manumit.spine.matching.seeing import whole
from manumit.spine.records import Record

from .choices import Profile, State
from .models import Candidate, IdentityJoin, Judgement, PointerHit, StandingWatch
from .models.pair import Pair

PAGE = 25
FARTHEST = 100_000
"""Where the last page begins: who has more narrows them."""


@dataclass(frozen=True, slots=True)
class Narrowing:
    """Which candidates are wanted; empty: all that wait. `number` is that of a record on either side."""

    profile: str = ""
    state: str = State.WAITING
    record: tuple[str, int] | None = None
    number: str = ""

    @classmethod
    def of(cls, given: Mapping[str, str]) -> "Narrowing":
        """Read the words of an address; what is unknown narrows nothing."""
        profile, state = given.get("profile", ""), given.get("state", State.WAITING)
        known = {*State.values, "all"}
        number = given.get("number", "").replace("\x00", "").strip().upper()
        wanted = state if state in known else State.WAITING
        return cls(profile if profile in Profile.values else "", wanted, number=number)


def candidates(actor: Actor, narrowing: Narrowing | None = None) -> Any:
    """Return the candidates that hold now and of which the asker may read both sides whole, the heaviest first."""
    wanted = narrowing or Narrowing(state="all")
    rows = _whole(Candidate, actor).filter(gone_at=None)
    if wanted.profile:
        rows = rows.filter(profile=wanted.profile)
    if wanted.state != "all":
        open_states = (State.WAITING, State.SECOND, State.DISPUTED)
        rows = rows.filter(state__in=open_states if wanted.state == State.WAITING else (wanted.state,))
    if wanted.record:
        rows = rows.filter(_of(wanted.record))
    if wanted.number:
        rows = rows.filter(Q(record_number=wanted.number) | Q(other_number=wanted.number))
    return rows.order_by("-weight", "pk")


def queue(actor: Actor, narrowing: Narrowing) -> Any:
    """Return what the asker has still to judge: candidates that they have not judged themselves."""
    if narrowing.state != State.WAITING:
        return candidates(actor, narrowing)
    same_pair = {name: OuterRef(name) for name in ("profile", "record_key", "other_key")}
    mine = Judgement.objects.visible_to(actor, of=_kinds()).filter(by=actor.person_id, withdrawn_at=None, **same_pair)
    return candidates(actor, narrowing).filter(~Exists(mine.order_by()))


def candidate(actor: Actor, pk: int) -> Candidate:
    """Return one candidate, gone ones too. Raises Hidden where there is none for the asker."""
    found: Candidate | None = _whole(Candidate, actor).filter(pk=pk).first()
    if found is None:
        raise Hidden
    return found


def page_of(rows: Any, start: int) -> tuple[list[Any], int | None]:
    """Return `PAGE` rows from `start` on, and where the next page begins; None where there is none."""
    found = list(rows[start : start + PAGE + 1])
    return found[:PAGE], start + PAGE if len(found) > PAGE and start < FARTHEST else None


def judgements(actor: Actor, pair: Candidate) -> list[Judgement]:
    """Return all judgements of a pair, newest first, those taken back too."""
    profile, one, other = pair.pair
    rows = _whole(Judgement, actor, pair).filter(profile=profile, record_key=one, other_key=other)
    return list(rows.select_related("by", "agency", "withdrawn_by").order_by("-at", "-pk"))


def earlier(actor: Actor, pair: Candidate) -> list[Judgement]:
    """Return all judgements on either record with others that the asker may see, newest first."""
    here = _of((pair.record_kind, pair.record_id)) | _of((pair.other_kind, pair.other_id))
    rows = _whole(Judgement, actor).filter(here, withdrawn_at=None)
    rows = rows.exclude(profile=pair.profile, record_key=pair.record_key, other_key=pair.other_key)
    return list(rows.select_related("by", "agency").order_by("-at", "-pk"))


def all_judgements(actor: Actor, profile: str) -> Any:
    """Return every judgement in a profile that the asker may see."""
    return _whole(Judgement, actor).filter(profile=profile).order_by("pk")


def rivals(actor: Actor, pair: Candidate) -> list[Candidate]:
    """Return all other candidates of either thing that the asker may see, refused and ended ones too."""
    keys = (pair.record_key, pair.other_key)
    rows = _whole(Candidate, actor).filter(Q(record_key__in=keys) | Q(other_key__in=keys), profile=pair.profile)
    return list(rows.exclude(pk=pair.pk).order_by("-weight", "pk"))


def pointers(actor: Actor, record: Record | None = None) -> Any:
    """Return the pointers beside the asker's records, newest first; of one record where given."""
    rows = PointerHit.objects.visible_to(actor, of=_kinds())
    rows = rows if inside(actor) else rows.exclude(profile__in=GUARDED)
    rows = rows.beside(record) if record is not None else rows
    return rows.select_related("holder").order_by("-told_at", "-pk")


def common_numbers(actor: Actor, record: Record) -> list[str]:
    """Return the numbers of a record too common to raise a lead, as far as the asker may read and know of them."""
    from manumit.spine.matching import common  # numpy and all of linkage

    return common.common_numbers(actor, record.kind, record.pk)


def joins(actor: Actor) -> Any:
    """Return the joins of the asker's agency of which they may read both sides whole."""
    return _whole(IdentityJoin, actor)


def join_of(actor: Actor, pair: Candidate) -> IdentityJoin | None:
    """Return the join of the asker's agency that holds a pair to be one, None where there is none."""
    rows = _whole(IdentityJoin, actor, pair).filter(record_key=pair.record_key, other_key=pair.other_key)
    found: IdentityJoin | None = rows.filter(undone_at=None).first()
    return found


def candidates_of(actor: Actor, kind: str, number: str) -> Any:
    """Return the candidates that hold now of the record called so, those refused left out."""
    return candidates(actor).filter(_called(kind, number)).exclude(state=State.REFUSED)


def all_joins_of(actor: Actor, kind: str, number: str) -> Any:
    """Return the joins that stand of the record called so."""
    return joins(actor).filter(_called(kind, number), undone_at=None).select_related("made_by")


def watches(actor: Actor) -> list[StandingWatch]:
    """Return the asker's own watches, the one that ends first first."""
    return list(StandingWatch.objects.visible_to(actor).order_by("ends_on", "pk"))


def _whole(model: Any, actor: Actor, of: Pair | None = None) -> Any:
    """Return the rows of which the asker may read both sides whole; only rows of the same two things where `of` is."""
    rows = _read_whole(model, actor, of)
    return rows if inside(actor) else rows.exclude(profile__in=GUARDED)


def _read_whole(model: Any, actor: Actor, of: Pair | None) -> Any:
    one = None if of is None else {(of.record_kind, of.record_name)}
    other = None if of is None else {(of.other_kind, of.other_name)}
    rows = model.objects.visible_to(actor, of=_kinds() if of is None else {of.record_kind, of.other_kind})
    return rows.filter(whole(actor, "record", one), whole(actor, "other", other))


def _kinds() -> set[str]:
    """Return the kinds of record of which anything may be matched: no other has a side in a pair."""
    return {each.kind for each in linkables()}


def _of(record: tuple[str, int]) -> Q:
    return Q(record_kind=record[0], record_id=record[1]) | Q(other_kind=record[0], other_id=record[1])


def _called(kind: str, number: str) -> Q:
    return Q(record_kind=kind, record_number=number) | Q(other_kind=kind, other_number=number)
