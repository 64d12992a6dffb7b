"""Load invented cases, many at once, through the same guards: constraints, numbers, a leaf for each."""

from collections import defaultdict
from collections.abc import Callable, Sequence
from datetime import datetime, timedelta
from random import Random

from django.utils import timezone

from manumit.spine import audit
from manumit.spine.access import Denied, allowed
from manumit.spine.access.models import Release
from manumit.spine.identity.actor import Actor
from manumit.spine.records import RecordHistory, action, numbers, provenance, sealed
from manumit.spine.records.acting import touched

from ..importing.copying import copy_in
from ..models import Case, CaseAgency, CasePart, CasePerson, OutsideNumber
from ..sample.inventing import ORIGIN, Invented, invent

BATCH = 5000
SEED = 7
Part = CasePerson | CaseAgency | OutsideNumber | CasePart
SAID = provenance.begin(provenance.said("Invented for demonstration"))


def load_sample(
    actors: Sequence[Actor], wanted: int, *, seed: int = SEED, progress: Callable[[int], None] | None = None
) -> int:
    """See to it that there are `wanted` invented cases, owned by the agencies of `actors`; return how many were added.

    The same seed gives the same cases. `progress` is told after each batch how many are loaded. Raises Denied.
    """
    there = count_sample()
    for start in range(there, wanted, BATCH):
        _load_batch(None, actors, seed, range(start, min(start + BATCH, wanted)))
        if progress:
            progress(min(start + BATCH, wanted))
    return max(wanted - there, 0)


def count_sample() -> int:
    """Return how many invented cases there are."""
    return Case.unscoped.filter(origin=ORIGIN).count()


@action("case.open")
def _load_batch(nobody: Actor | None, actors: Sequence[Actor], seed: int, indexes: range) -> None:
    """Invent and write the cases of `indexes`; each agency's in the name of its actor."""
    drawing = Random(seed * 31 + indexes.start)  # noqa: S311 - invented data
    invented = [invent(seed, index) for index in indexes]
    owners = [drawing.choice(actors) for _ in invented]
    for actor in set(owners):
        _demand(actor)
    _own(invented, owners)
    _write(invented)
    _release(invented, owners, actors, drawing)
    _note(invented, owners)


def _demand(actor: Actor) -> None:
    decision = allowed(actor, "create", Case(owner_id=actor.agency_id, origin=ORIGIN))
    if not decision:
        raise Denied(decision)


def _own(invented: Sequence[Invented], owners: Sequence[Actor]) -> None:
    given = numbers.allocate_many(Case.number_prefix, len(invented))
    for each, owner, number in zip(invented, owners, given, strict=True):
        each.case.owner_id, each.case.number, each.case.provenance = owner.agency_id, number, SAID


def _write(invented: Sequence[Invented]) -> None:
    copy_in([each.case for each in invented])
    for each in invented:
        parts: tuple[Part, ...] = (*each.people, *each.agencies, *each.numbers, *each.parts)
        for part in parts:
            part.case_id = each.case.pk
        for number in each.numbers:
            number.owner_id = each.case.owner_id
    copy_in([person for each in invented for person in each.people])
    copy_in([agency for each in invented for agency in each.agencies])
    copy_in([number for each in invented for number in each.numbers])
    _write_parts(invented)
    hidden = [(each.case, {"place": each.whereabouts}) for each in invented if each.whereabouts]
    sealed.put_new("whereabouts", hidden)


def _write_parts(invented: Sequence[Invented]) -> None:
    """Write the parts, each of the case's one person; those of a case as a whole are few."""
    by_model: dict[type[CasePart], list[CasePart]] = defaultdict(list)
    for each in invented:
        for part in each.parts:
            part.person_id = each.people[0].pk  # type: ignore[attr-defined]
            by_model[type(part)].append(part)
    for rows in by_model.values():
        copy_in(rows)


def _release(invented: Sequence[Invented], owners: Sequence[Actor], actors: Sequence[Actor], drawing: Random) -> None:
    others = [[actor for actor in actors if actor.agency_id != owner.agency_id] for owner in set(owners)]
    if not all(others):
        return
    pairs = [(each, owner) for each, owner in zip(invented, owners, strict=True) if each.released]
    Release.objects.bulk_create(_released(each, owner, actors, drawing) for each, owner in pairs)


def _released(each: Invented, owner: Actor, actors: Sequence[Actor], drawing: Random) -> Release:
    other = drawing.choice([actor for actor in actors if actor.agency_id != owner.agency_id])
    return Release(
        kind=Case.kind,
        record_id=each.case.pk,
        record_opened_at=each.case.opened_at,
        giver_id=owner.agency_id,
        agency_id=other.agency_id,
        groups=["summary", "people", "place"],
        purposes=["investigation", "supervision"],
        authority="Sample agreement",
        expires_at=timezone.now() + timedelta(days=365),
        released_by_id=owner.person_id,
    )


def _note(invented: Sequence[Invented], owners: Sequence[Actor]) -> None:
    """Write the history and the leaf of each case."""
    now = timezone.now()
    steps = defaultdict(list)
    for each, owner in zip(invented, owners, strict=True):
        steps[owner].append(each.case)
    copy_in([_step(case, owner, now) for owner, cases in steps.items() for case in cases])
    for each in invented:
        touched(each.case)
    for owner, cases in steps.items():
        audit.record_many(owner, "case.open", [audit.Subject(Case.kind, case.pk, {"sample": True}) for case in cases])


def _step(case: Case, owner: Actor, now: datetime) -> RecordHistory:
    return RecordHistory(
        kind=Case.kind,
        record_id=case.pk,
        version=1,
        at=now,
        person_id=owner.person_id,
        agency_id=owner.agency_id,
        verb="case.open",
        changes={},
    )
