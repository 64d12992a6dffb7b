"""The world of the benchmark: agencies with a contact each, their commitments and reports, all published."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from random import Random

from django.db import connection, transaction
from django.test import Client

from manumit.modules.action_plan.actions.publishing import publish_again
from manumit.modules.action_plan.choices import PlanPillar, Status, UpdateState
from manumit.modules.action_plan.models import Commitment, ProgressUpdate, PublicCommitment
from manumit.spine import audit
from manumit.spine.access.actors import actor_for
from manumit.spine.administration import demo
from manumit.spine.identity.actor import Actor
from manumit.spine.identity.choices import AgencyKind, Purpose, Role
from manumit.spine.identity.models import Agency, Membership, Person
from manumit.spine.records import numbers, provenance

AGENCIES = 20
BATCH = 500
SAID = provenance.begin(provenance.said("Invented for the benchmark"))
PILLARS = [value for value in PlanPillar.values if value]
STATUSES = [Status.IN_PROGRESS] * 4 + [Status.COMPLETED] * 3 + [Status.ONGOING, Status.DELAYED, Status.NOT_STARTED]
OPENED = datetime(2024, 2, 14, tzinfo=UTC)


@dataclass(frozen=True)
class Caller:
    """A contact: the actor, and the cookie header of their session."""

    actor: Actor
    cookie: str


def fill(commitments: int, updates: int) -> list[str]:
    """See to it that there are `commitments` published, with `updates` accepted reports; return some numbers."""
    actors = [_actor(number) for number in range(AGENCIES)]
    there = Commitment.unscoped.filter(origin="bench").count()
    for start in range(there, commitments, BATCH):
        with transaction.atomic():
            _batch(actors, range(start, min(start + BATCH, commitments)), updates // commitments)
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE action_plan_commitment, action_plan_progressupdate, action_plan_publiccommitment")
    return list(PublicCommitment.objects.values_list("number", flat=True)[:2000])


def _batch(actors: Sequence[Actor], places: range, each: int) -> None:
    chance = Random(places.start)
    made = [_commitment(actors[place % AGENCIES], place, chance) for place in places]
    for record, number in zip(made, numbers.allocate_many("AC", len(made)), strict=True):
        record.number = number
    Commitment.unscoped.bulk_create(made)
    audit.record_many(actors[0], "commitment.file", [audit.Subject("commitment", record.pk, {}) for record in made])
    reports = [_report(record, place) for record in made for place in range(each)]
    for report, number in zip(reports, numbers.allocate_many("PU", len(reports)), strict=True):
        report.number = number
    ProgressUpdate.unscoped.bulk_create(reports, batch_size=2000)
    audit.record_many(actors[0], "progress.draft", [audit.Subject("progress_update", row.pk, {}) for row in reports])
    for record in made:
        publish_again(record)


def _commitment(actor: Actor, place: int, chance: Random) -> Commitment:
    day = date(2016 + place % 9, 1 + place % 12, 14)
    code = f"A{place % AGENCIES}"
    return Commitment(
        owner_id=actor.agency_id, origin="bench", opened_at=OPENED, changed_at=OPENED, provenance=SAID,
        agency_code=code, pillar=chance.choice(PILLARS), title=f"Do the {place}th thing for survivors", verb="do",
        thing=f"the {place}th thing", sentence=f"The agency will do the {place}th thing for survivors.", made_on=day,
        due_on=day.replace(year=day.year + 2), status=chance.choice(STATUSES), status_since_at=OPENED, published=True,
    )  # fmt: skip


def _report(record: Commitment, place: int) -> ProgressUpdate:
    quarter, text = f"{2019 + place // 4}-Q{place % 4 + 1}", f"Step {place} was taken."
    return ProgressUpdate(
        owner_id=record.owner_id, origin="bench", opened_at=OPENED, changed_at=OPENED, provenance=SAID,
        commitment=record, quarter=quarter, status=record.status, public_text=text, internal_text="Not for the public.",
        state=UpdateState.ACCEPTED, state_since_at=OPENED,
    )  # fmt: skip


def callers() -> list[Caller]:
    """Sign every contact in through the product's own pages, and return their sessions."""
    return [Caller(_actor(number), _cookie(_member(number))) for number in range(AGENCIES)]


@transaction.atomic
def _member(number: int) -> Membership:
    email = f"contact-{number}@bench.example"
    if found := Membership.objects.filter(person__email=email).select_related("person").first():
        return found
    agency = Agency.objects.create(
        name=f"Agency {number} of the benchmark", short_name=f"A{number}", kind=AgencyKind.FEDERAL
    )
    person = Person.objects.create_user(email, f"Contact {number}")
    member = Membership.objects.create(person=person, agency=agency, roles=[Role.PLAN_CONTACT.value])
    for kind, row in {"agency": agency, "person": person, "membership": member}.items():
        audit.record(None, f"{kind}.add", kind=kind, record_id=row.pk)
    return member


def _actor(number: int) -> Actor:
    actor = actor_for(_member(number).pk, Purpose.RECORDS)
    assert actor is not None
    return actor


def _cookie(member: Membership) -> str:
    client = Client(SERVER_NAME="127.0.0.1")
    client.get(demo.sign_in_link(member.person))
    chosen = {"membership": member.pk, "purpose": Purpose.RECORDS, "terms": "on"}
    answer = client.post("/purpose/", chosen)
    if answer.status_code != 302:
        raise RuntimeError(f"Signing in answered {answer.status_code}: {answer.content[:500]!r}")
    return "; ".join(f"{name}={morsel.value}" for name, morsel in client.cookies.items())
