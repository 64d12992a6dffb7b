"""The world of the benchmark: cities with their officers, and open requests, each with a name under its seal."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from random import Random
from typing import Any

from django.db import connection, transaction

from benchmarks.web.world import cookie_of
from manumit.modules.continued_presence.asked import STEPS
from manumit.modules.continued_presence.choices import Stage
from manumit.modules.continued_presence.models import Operation, PresenceRequest, StageSpan
from manumit.modules.continued_presence.proofs.invented import ANSWERS
from manumit.spine import audit
from manumit.spine.access.actors import actor_for
from manumit.spine.identity.actor import Actor
from manumit.spine.identity.choices import AgencyKind, Purpose, Role
from manumit.spine.identity.models import Agency, Membership, Person
from manumit.spine.records import numbers, provenance, sealed

CITIES = 20
BATCH = 500
SAID = provenance.begin(provenance.said("Invented for the benchmark"))
OPENED = datetime(2026, 1, 5, tzinfo=UTC)
OPEN = (Stage.CONCURRENCE, Stage.SPONSOR_REVIEW, Stage.SUBMITTED, Stage.INTAKE_CHECK, Stage.VETTING, Stage.DECISION)
GROUPS = ("identity", "elements", "safety", "service")


@dataclass(frozen=True)
class Officer:
    """Somebody at work: the cookie header, the agency, and the draft they write."""

    cookie: str
    agency_id: int
    draft: str


def fill(requests: int) -> None:
    """See to it that there are `requests` open requests, spread over the cities."""
    actors = [_actor(_member(city, 0)) for city in range(CITIES)]
    there = PresenceRequest.unscoped.filter(origin="bench").count()
    for start in range(there, requests, BATCH):
        with transaction.atomic():
            _add([actors[place % CITIES] for place in range(start, min(start + BATCH, requests))], Random(start))
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE continued_presence_presencerequest, continued_presence_operation, records_sealedvalue")


def officers(count: int) -> list[Officer]:
    """Sign `count` officers in through the product's own pages, each with a fresh, wholly answered draft."""
    members = [_member(place % CITIES, place) for place in range(count)]
    actors = [_actor(member) for member in members]
    with transaction.atomic():
        drafts = _add(actors, Random(1), draft=True)
    return [
        Officer(cookie_of(member), member.agency_id, draft.number)
        for member, draft in zip(members, drafts, strict=True)
    ]


def _add(owners: Sequence[Actor], chance: Random, *, draft: bool = False) -> list[PresenceRequest]:
    """Add a request for each of `owners`; a draft carries every answer, others a name."""
    operations = _saved([Operation(**_values(owner), region="MT") for owner in owners], "presence_operation")
    requests = [_request(operation, chance, draft) for operation in operations]
    _saved(requests, "presence_request")
    spans = [StageSpan(request=each, stage=each.state, entered_at=each.state_since_at) for each in requests]
    StageSpan.unscoped.bulk_create(spans)
    _seal(operations, requests, draft)
    return requests


def _values(owner: Actor) -> dict[str, Any]:
    return {
        "owner_id": owner.agency_id, "sponsor_id": owner.agency_id, "decider_id": owner.agency_id, "origin": "bench",
        "opened_at": OPENED, "changed_at": OPENED, "provenance": SAID,
    }  # fmt: skip


def _request(operation: Operation, chance: Random, draft: bool) -> PresenceRequest:
    since = OPENED + timedelta(hours=chance.randrange(3000))
    shared = {
        name: getattr(operation, name) for name in ("owner_id", "sponsor_id", "decider_id", "origin", "provenance")
    }
    return PresenceRequest(
        **shared, operation=operation, representative_id=operation.owner_id, opened_at=since, changed_at=since,
        state=Stage.DRAFT if draft else chance.choice(OPEN), state_since_at=since,
        due_at=None if draft else since + timedelta(days=chance.randrange(40)),
    )  # fmt: skip


def _saved(records: list[Any], kind: str) -> list[Any]:
    model = type(records[0])
    for record, number in zip(records, numbers.allocate_many(model.number_prefix, len(records)), strict=True):
        record.number = number
    model.unscoped.bulk_create(records)
    audit.record_many(None, "presence.begin", [audit.Subject(kind, record.pk, {}) for record in records])
    return records


def _seal(operations: Sequence[Operation], requests: Sequence[PresenceRequest], whole: bool) -> None:
    """Seal what was answered; a record has one key, so its groups go in one by one after the first."""
    sealed.put_new("shared", [(each, _given("shared", whole)) for each in operations])
    sealed.put_new("identity", [(each, _given("identity", whole)) for each in requests])
    for request in requests if whole else ():
        for group in GROUPS[1:]:
            sealed.put(request, group, _given(group, whole), None)


def _given(group: str, whole: bool) -> dict[str, Any]:
    names = [question.name for step in STEPS if step.group == group for question in step.questions]
    given = {name: ANSWERS[name] for name in names if name in ANSWERS}
    return given if whole else dict(list(given.items())[:2])


@transaction.atomic
def _member(city: int, place: int) -> Membership:
    email = f"officer-{place}@city-{city}.bench.example"
    if found := Membership.objects.filter(person__email=email).select_related("person").first():
        return found
    name = f"City {city} of the benchmark"
    agency, _made = Agency.objects.get_or_create(
        name=name, defaults={"short_name": f"CB{city}", "kind": AgencyKind.LOCAL}
    )
    person = Person.objects.create_user(email, f"Officer {place}")
    member = Membership.objects.create(person=person, agency=agency, roles=[Role.INVESTIGATOR.value])
    for kind, row in {"agency": agency, "person": person, "membership": member}.items():
        audit.record(None, f"{kind}.add", kind=kind, record_id=row.pk)
    return member


def _actor(member: Membership) -> Actor:
    actor = actor_for(member.pk, Purpose.INVESTIGATION)
    if actor is None:
        raise LookupError(f"{member} cannot act: the benchmark's officers must be active")
    return actor
