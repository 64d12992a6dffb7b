"""Who is told of a candidate, by the three levels.

Open: who may read both records whole is told of the pair. Pointer: where neither side reads the other's, and both let
others know that something matches, each is told whom to ask and no more. Restricted: silence on both sides.
"""

from dataclasses import dataclass
from typing import Any

from django.utils import timezone

from manumit.spine.access import kinds
from manumit.spine.access.actors import actor_for
from manumit.spine.access.models import Agreement
from manumit.spine.identity.choices import AgencyKind
from manumit.spine.identity.models import Agency, Membership
from manumit.spine.jobs import once
from manumit.spine.matching.keys import Key
from manumit.spine.matching.reading import crosses
from manumit.spine.matching.seeing import sees
from manumit.spine.records import Record, RecordHistory
from manumit.spine.records.choices import Level
from manumit.spine.workflow.beside import beside
from manumit.spine.workflow.notices.receiver import Receiver
from manumit.spine.workflow.notices.telling import tell

from ..choices import State
from ..models import Candidate, PointerHit

WORKING = ("investigator", "supervisor", "analyst")
QUIET = (State.REFUSED, State.UNSURE)


@dataclass(frozen=True, slots=True)
class Side:
    """One side of a candidate: the thing, its record, and the one of its owner's people who is told."""

    key: Key
    record: Record
    member: Membership | None

    @property
    def receivers(self) -> list[Receiver]:
        """Who is told."""
        return [Receiver(self.member.person_id, self.member.agency_id)] if self.member else []


def tell_sides(candidate: Candidate) -> None:
    """Tell both owners what each may know, once; take back what no longer holds."""
    found = [_side(candidate.record_key), _side(candidate.other_key)]
    one, other = found
    live = candidate.gone_at is None and candidate.state not in QUIET
    blind = live and one is not None and other is not None and _pointing(one, other)
    for mine, theirs in ((one, other), (other, one)):
        if mine is None or theirs is None:
            continue
        if live and _reads(mine, theirs):
            _tell_once("link_found", candidate, mine)
        elif blind and mine.record.owner_id != theirs.record.owner_id:
            _point(candidate, mine, theirs)
            continue
        PointerHit.unscoped.filter(candidate=candidate.pk, record_kind=mine.key.kind, record_id=mine.record.pk).delete()


def record_of(kind: str, record_id: int) -> Any:
    """Return a record, None where it is gone."""
    model: Any = kinds.get(kind).model_class
    return model.unscoped.filter(pk=record_id).first()


def _side(text: str) -> Side | None:
    key = Key.parse(text)
    record = record_of(key.kind, key.record_id)
    return Side(key, record, _member(record)) if record else None


def _member(record: Record) -> Membership | None:
    """Return who opened the record, where they still work for its owner; else a supervisor."""
    first = RecordHistory.objects.filter(kind=record.kind, record_id=record.pk, version=1).first()
    people = Membership.objects.filter(agency=record.owner_id, active=True, person__is_active=True).order_by("pk")
    opened = people.filter(person=first.person_id, roles__overlap=list(WORKING)) if first else people.none()
    return opened.first() or people.filter(roles__contains=["supervisor"]).first()


def _reads(mine: Side, theirs: Side) -> bool:
    actor = actor_for(mine.member.pk, "investigation") if mine.member else None
    return actor is not None and sees(actor, mine.key) and sees(actor, theirs.key)


def _pointing(one: Side, other: Side) -> bool:
    """Whether both records may be pointed at, by owners who are partners, and neither is of somebody under 18."""
    levels = {one.record.level, other.record.level}
    return levels <= {Level.POINTER, Level.OPEN} and all(
        _partner(side.record.owner_id) and crosses(side.key) for side in (one, other)
    )


def _partner(agency_id: int) -> bool:
    police = Agency.objects.filter(pk=agency_id, active=True).exclude(kind=AgencyKind.SERVICE_PROVIDER)
    return police.exists() and Agreement.live(timezone.now()).filter(agency=agency_id).exists()


def _point(candidate: Candidate, mine: Side, theirs: Side) -> None:
    PointerHit.unscoped.get_or_create(
        candidate=candidate.pk, record_kind=mine.key.kind, record_id=mine.record.pk,
        defaults={
            "record_number": mine.record.number, "agency_id": mine.record.owner_id,
            "holder_id": theirs.record.owner_id, "profile": candidate.profile, "name": mine.key.name,
        },
    )  # fmt: skip
    _tell_once("pointer_found", candidate, mine)


def _tell_once(event: str, candidate: Candidate, side: Side) -> None:
    if side.receivers and once(f"{event} {candidate.pk} {side.key} {candidate.evidence[:16]}"):
        tell(event, beside(side.record), side.receivers)
