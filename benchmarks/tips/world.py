"""The world of the benchmark: that of `bench web`, with a desk for the public and somebody who triages."""

from dataclasses import dataclass

from django.db import transaction
from django.test import Client

from benchmarks.web import world as web
from manumit.modules.cases.models import Case
from manumit.modules.tips.models import Tip, TipDesk
from manumit.spine import audit
from manumit.spine.administration import demo
from manumit.spine.identity.choices import Purpose, Role
from manumit.spine.identity.models import Membership, Person

EMAIL = "triage@bench.example"
ADDRESS = "bench"


@dataclass(frozen=True)
class Staff:
    """Sessions of who works while the flood comes, and what they open."""

    investigator: str
    triage: str
    cases: list[str]


def prepare(cases: int) -> Staff:
    """See to it that agencies, `cases` cases and the desk are there; sign an investigator and triage in."""
    web.fill(cases)
    caller = web.callers()[0]
    member = _triager(caller.actor.agency_id)
    TipDesk.objects.update_or_create(agency_id=caller.actor.agency_id, defaults={"address": ADDRESS, "open": True})
    seen = [row.number for row in Case.objects.page(caller.actor, limit=50).rows]
    return Staff(caller.cookie, _cookie(member), seen)


def kept(numbers: list[str]) -> int:
    """Return how many of these tips stand."""
    return Tip.unscoped.filter(number__in=numbers).count()


@transaction.atomic
def _triager(agency_id: int) -> Membership:
    if found := Membership.objects.filter(person__email=EMAIL).select_related("person").first():
        return found
    person = Person.objects.create_user(EMAIL, "Triage of the benchmark")
    member = Membership.objects.create(person=person, agency_id=agency_id, roles=[Role.TRIAGE.value])
    for kind, row in {"person": person, "membership": member}.items():
        audit.record(None, f"{kind}.add", kind=kind, record_id=row.pk)
    return member


def _cookie(member: Membership) -> str:
    client = Client(SERVER_NAME="127.0.0.1")
    client.get(demo.sign_in_link(member.person))
    chosen = {"membership": member.pk, "purpose": Purpose.INVESTIGATION, "terms": "on"}
    answer = client.post("/purpose/", chosen)
    if answer.status_code != 302:
        raise RuntimeError(f"Signing in answered {answer.status_code}: {answer.content[:500]!r}")
    return "; ".join(f"{name}={morsel.value}" for name, morsel in client.cookies.items())
