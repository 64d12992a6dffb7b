"""The two sides of many pairs: their records, who of the owners' people is told, and what those may read."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from django.utils import timezone

from manumit.spine.access import kinds
from manumit.spine.access.actors import actor_for
from manumit.spine.access.models import Agreement
from manumit.spine.identity.choices import AgencyKind
from manumit.spine.identity.models import Agency, Membership
from manumit.spine.matching.keys import Key
from manumit.spine.matching.reading import things
from manumit.spine.matching.seeing import seen
from manumit.spine.records import Record, RecordHistory
from manumit.spine.records.choices import Level
from manumit.spine.workflow.notices.receiver import Receiver

from ..models import Candidate

WORKING = ("investigator", "supervisor", "analyst")
Records = Mapping[tuple[str, int], Any]


@dataclass(frozen=True, slots=True)
class Side:
    """One side of a candidate: the thing, its record, and the one of its owner's people who is told."""

    key: Key
    record: Record
    member: Membership | None

    @property
    def receiver(self) -> Receiver | None:
        """Who is told; None where nobody works there."""
        return Receiver(self.member.person_id, self.member.agency_id) if self.member else None


class Sides:
    """What telling must know of the sides of some candidates, each thing read once for all of them."""

    def __init__(self, candidates: Collection[Candidate]) -> None:
        self._pairs = [(Key.parse(each.record_key), Key.parse(each.other_key)) for each in candidates]
        self._keys = {key for pair in self._pairs for key in pair}
        self._records = records_of(self._keys)
        self._members = _members(list(self._records.values()))

    def of(self, candidate: Candidate) -> tuple[Side, Side] | None:
        """Return both sides; None where a record is gone."""
        one, other = (self._side(Key.parse(text)) for text in (candidate.record_key, candidate.other_key))
        return (one, other) if one and other else None

    def reads(self, mine: Side, theirs: Side) -> bool:
        """Whether who is told of `mine` may read both whole."""
        return mine.member is not None and {mine.key, theirs.key} <= self._seen.get(mine.member.pk, set())

    def inside(self, side: Side) -> bool:
        """Whether the owner of a side may be told of candidates for remains."""
        return side.record.owner_id not in self._outside

    def pointing(self, one: Side, other: Side) -> bool:
        """Whether both records may be pointed at, by owners who are partners, and neither is of somebody under 18."""
        return all(
            side.record.level in {Level.POINTER, Level.OPEN}
            and side.record.owner_id in self._partners
            and (thing := self._things.get(side.key)) is not None
            and thing.crosses
            for side in (one, other)
        )

    def _side(self, key: Key) -> Side | None:
        record = self._records.get((key.kind, key.record_id))
        return Side(key, record, self._members.get((key.kind, key.record_id))) if record else None

    @cached_property
    def _seen(self) -> dict[int, set[Key]]:
        wanted: dict[int, set[Key]] = {}
        for pair in self._pairs:
            for key in pair:
                if member := self._members.get((key.kind, key.record_id)):
                    wanted.setdefault(member.pk, set()).update(pair)
        actors = {pk: actor_for(pk, "investigation") for pk in wanted}
        return {pk: seen(actor, keys) for pk, keys in wanted.items() if (actor := actors[pk])}

    @cached_property
    def _things(self) -> Mapping[Key, Any]:
        return things(self._keys)

    @cached_property
    def _outside(self) -> set[int]:
        owners = {record.owner_id for record in self._records.values()}
        rows = Agency.objects.filter(pk__in=owners, kind=AgencyKind.SERVICE_PROVIDER)
        return set(rows.values_list("pk", flat=True))

    @cached_property
    def _partners(self) -> set[int]:
        owners = {record.owner_id for record in self._records.values()}
        police = Agency.objects.filter(pk__in=owners, active=True).exclude(kind=AgencyKind.SERVICE_PROVIDER)
        bound = Agreement.live(timezone.now()).filter(agency__in=police.values("pk"))
        return set(bound.values_list("agency", flat=True))


def records_of(keys: Iterable[Key]) -> Records:
    """Return the records that keys belong to, by kind and id; those that are gone are left out."""
    wanted: dict[str, set[int]] = {}
    for key in keys:
        wanted.setdefault(key.kind, set()).add(key.record_id)
    return {
        (kind, record.pk): record for kind, ids in wanted.items() for record in _model(kind).unscoped.filter(pk__in=ids)
    }


def record_of(kind: str, record_id: int) -> Any:
    """Return a record, None where it is gone."""
    return _model(kind).unscoped.filter(pk=record_id).first()


def _model(kind: str) -> Any:
    return kinds.get(kind).model_class


def _members(records: Collection[Any]) -> dict[tuple[str, int], Membership]:
    """Return who opened each record, where they still work for its owner; else a supervisor."""
    openers, owners = _openers(records), {record.owner_id for record in records}
    people = Membership.objects.filter(agency__in=owners, active=True, person__is_active=True).order_by("-pk")
    working = people.filter(person__in=set(openers.values()), roles__overlap=list(WORKING))
    opened = {(each.agency_id, each.person_id): each for each in working}
    leading = {each.agency_id: each for each in people.filter(roles__contains=["supervisor"])}
    found: dict[tuple[str, int], Membership] = {}
    for record in records:
        place = (record.kind, record.pk)
        member = opened.get((record.owner_id, openers.get(place, 0))) or leading.get(record.owner_id)
        found |= {place: member} if member else {}
    return found


def _openers(records: Collection[Any]) -> dict[tuple[str, int], int]:
    found: dict[tuple[str, int], int] = {}
    for kind in {record.kind for record in records}:
        ids = [record.pk for record in records if record.kind == kind]
        first = RecordHistory.objects.filter(kind=kind, record_id__in=ids, version=1, person__isnull=False)
        found |= {(kind, record): person for record, person in first.values_list("record_id", "person")}
    return found
