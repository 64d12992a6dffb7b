"""The world of the benchmark: invented agencies, an investigator each, and the cases of the sample data."""

from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from django.db import transaction
from django.db.models import QuerySet
from django.test import Client
from django.utils import timezone

from manumit.modules.cases.models import Case
from manumit.spine import audit
from manumit.spine.access.actors import actor_for
from manumit.spine.access.models import Agreement
from manumit.spine.access.ordering import DEFAULT, Order
from manumit.spine.administration import demo
from manumit.spine.identity.actor import Actor
from manumit.spine.identity.choices import AgencyKind, Purpose, Role
from manumit.spine.identity.models import Agency, Membership, Person
from manumit.spine.records import registry
from manumit.spine.records.manifest import SampleData

AGENCIES = 30
PARTNER_YEARS = 365 * 3


@dataclass(frozen=True)
class Caller:
    """One signed-in person: the actor and the cookie header of their session."""

    actor: Actor
    cookie: str


def fill(cases: int) -> None:
    """See to it that there are `cases` cases, dealt out among the agencies, and fresh statistics for the planner."""
    actors = [_actor(member) for member in _memberships()]
    for sample in registry.providers(SampleData):
        sample.load(actors, cases)


def callers() -> list[Caller]:
    """Sign everybody in through the product's own pages, and return their sessions."""
    return [Caller(_actor(member), cookie_of(member)) for member in _memberships()]


def keys(size: int) -> list[str]:
    """Return keys of pages that begin at `size` depths spread over all cases."""
    order = Order(Case, DEFAULT)
    rows = QuerySet(Case).filter(pk__in=[int(depth) for depth in depths(size)]).values(*order.columns)
    return [order.key(row) for row in rows]


def numbers_of(caller: Caller, starts: list[str]) -> list[str]:
    """Return numbers of cases the caller may open, a few from each of the pages that begin at `starts`."""
    return [case.number for start in starts for case in Case.objects.page(caller.actor, after=start, limit=2).rows]


def depths(size: int) -> list[str]:
    """Return ids spread over all rows, before which the peer's pages begin."""
    last = QuerySet(Case).order_by("-id").values_list("id", flat=True)[0]
    return [str(key) for key in range(last, 0, -max(1, last // size))]


def _memberships() -> list[Membership]:
    made = list(Membership.objects.filter(agency__short_name__startswith="BENCH").select_related("person"))
    return made or [_membership(number) for number in range(AGENCIES)]


@transaction.atomic
def _membership(number: int) -> Membership:
    kind = list(AgencyKind)[number % 4]
    agency = Agency.objects.create(name=f"Benchmark Agency {number}", short_name=f"BENCH{number}", kind=kind)
    Agreement.objects.create(
        agency=agency, reference="Benchmark", signed_on=timezone.now().date(),
        expires_at=timezone.now() + timedelta(days=PARTNER_YEARS),
    )  # fmt: skip
    person = Person.objects.create_user(f"bench{number}@example.org", f"Bench Person {number}")
    roles = [Role.INVESTIGATOR, Role.SUPERVISOR]
    member = Membership.objects.create(person=person, agency=agency, roles=roles)
    for kind, row in {"agency": agency, "person": person, "membership": member}.items():
        audit.record(None, f"{kind}.add", kind=kind, record_id=row.pk)
    return member


def _actor(member: Membership) -> Actor:
    actor = actor_for(member.pk, Purpose.INVESTIGATION, person_id=member.person_id)
    assert actor, f"{member} may not act"
    return actor


def cookie_of(member: Membership, purpose: Purpose = Purpose.INVESTIGATION) -> str:
    """Sign somebody in through the product's own pages, and return the cookie header. Raises RuntimeError."""
    client = Client(SERVER_NAME="127.0.0.1")
    _expect(client.get(demo.sign_in_link(member.person)), 302)
    chosen = {"membership": member.pk, "purpose": purpose, "terms": "on"}
    _expect(client.post("/purpose/", chosen), 302)
    return "; ".join(f"{name}={morsel.value}" for name, morsel in client.cookies.items())


def _expect(answer: Any, status: int) -> None:
    if answer.status_code != status:
        raise RuntimeError(f"Signing in answered {answer.status_code}: {answer.content[:500]!r}")
