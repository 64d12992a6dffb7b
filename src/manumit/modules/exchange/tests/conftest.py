"""Ada supervises and Ben investigates at the Tribal police, Fay and Gus at the bureau; Charlie is a stranger."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone

from manumit.spine.administration import session_state
from manumit.spine.administration.tests.signing_in import browser_of
from manumit.spine.identity.actor import Actor
from manumit.spine.identity.models import Agency, Membership, Nation, Person

from ..actions.draft_agreement import Draft, draft_agreement
from ..actions.move_agreement import move_agreement
from ..actions.sign_agreement import hash_of, sign_agreement
from ..models import SharingAgreement


def actor(name: str, agency: Agency, *roles: str, purpose: str = "investigation") -> Actor:
    """Return a member of `agency`."""
    person, _ = Person.objects.get_or_create(email=f"{name}@example.org", defaults={"full_name": name.title()})
    made, _ = Membership.objects.get_or_create(person=person, agency=agency, defaults={"roles": list(roles)})
    return Actor(
        person.pk, agency.pk, frozenset(roles), purpose, agency.kind,
        nation_id=agency.nation_id, membership_id=made.pk,
    )  # fmt: skip


@pytest.fixture
def nation(db) -> Nation:
    """A nation of its own."""
    return Nation.objects.create(name="Stonewater Nation")


@pytest.fixture
def tribal(nation) -> Agency:
    """The nation's police."""
    return Agency.objects.create(name="Stonewater Tribal Police", short_name="STP", kind="tribal", nation=nation)


@pytest.fixture
def bureau(db) -> Agency:
    """A federal field office."""
    return Agency.objects.create(name="Bureau, Red Butte field office", short_name="BRB", kind="federal")


@pytest.fixture
def county(db) -> Agency:
    """A sheriff who is no party to anything."""
    return Agency.objects.create(name="Plains County Sheriff", short_name="PCS", kind="local")


@pytest.fixture
def ada(tribal) -> Actor:
    """Supervises for the Tribal police."""
    return actor("ada", tribal, "investigator", "supervisor")


@pytest.fixture
def ben(tribal) -> Actor:
    """Investigates for the Tribal police."""
    return actor("ben", tribal, "investigator")


@pytest.fixture
def fay(bureau) -> Actor:
    """Supervises at the bureau."""
    return actor("fay", bureau, "investigator", "supervisor")


@pytest.fixture
def gus(bureau) -> Actor:
    """Investigates at the bureau."""
    return actor("gus", bureau, "investigator")


@pytest.fixture
def charlie(county) -> Actor:
    """Supervises at the sheriff's: a stranger."""
    return actor("charlie", county, "investigator", "supervisor")


def draft_of(other: Agency, **changed) -> Draft:
    """Return an agreement about cases for ninety days."""
    today = timezone.localdate()
    said = {
        "title": "Missing persons of Stonewater",
        "groups": frozenset({"case.people", "case.narrative"}),
        "purposes": frozenset({"investigation"}),
        "authority": "25 USC 5701; council resolution 26-14",
        "starts_on": today,
        "expires_on": today + timedelta(days=90),
        "answer_days": 10,
    }
    return Draft(other_id=other.pk, **{**said, **changed})


def put_in_force(first: Actor, second: Actor, draft: Draft) -> SharingAgreement:
    """Draft, offer and sign an agreement for both."""
    made = draft_agreement(first, draft)
    move_agreement(first, made, "offer", expected_version=made.version)
    for each in (first, second):
        sign_agreement(each, made, capacity="Chief", terms_hash=hash_of(made))
    made.refresh_from_db()
    return made


@pytest.fixture
def as_person() -> Callable[[Actor], Client]:
    """Return a browser's session of an actor."""
    return browser_of
