"""Alice's agency owns the case, Bob is her colleague, Sam their supervisor, Charlie a stranger."""

from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client

from manumit.modules.cases.actions.open_case import Report, open_case
from manumit.modules.cases.models import Case
from manumit.spine.access.actors import actor_for
from manumit.spine.administration import session_state
from manumit.spine.administration.tests.signing_in import browser_of
from manumit.spine.identity.actor import Actor
from manumit.spine.identity.models import Agency, Membership, Person

DAY = {"last_seen_earliest_on": "2024-05-02", "last_seen_latest_on": "2024-05-02", "last_seen_precision": "day"}
PLACE = {"last_seen_state": "MT", "last_seen_county": "Big Horn", "last_seen_city": "Crow Agency"}
ROSA = {"role": "missing", "family_name": "Tallgrass", "given_names": "Rosa", "sex": "female", "age_min": "17"}


def agency(name: str, kind: str = "tribal") -> Agency:
    return Agency.objects.get_or_create(name=name, defaults={"short_name": name[:40], "kind": kind})[0]


def member(name: str, of: Agency, *roles: str) -> Membership:
    person = Person.objects.create_user(f"{name.lower()}@example.org", name)
    return Membership.objects.create(person=person, agency=of, roles=list(roles), active=True)


def acting(name: str, of: Agency, *roles: str, purpose: str = "investigation") -> Actor:
    actor = actor_for(member(name, of, *roles).pk, purpose)
    assert actor is not None
    return actor


@pytest.fixture
def alice(db: None) -> Actor:
    return acting("Alice", agency("Stonewater Tribal Police"), "investigator")


@pytest.fixture
def bob(db: None) -> Actor:
    return acting("Bob", agency("Stonewater Tribal Police"), "analyst")


@pytest.fixture
def sam(db: None) -> Actor:
    return acting("Sam", agency("Stonewater Tribal Police"), "supervisor", purpose="supervision")


@pytest.fixture
def charlie(db: None) -> Actor:
    return acting("Charlie", agency("Ridgeline County Sheriff", "local"), "investigator", "supervisor")


@pytest.fixture
def a_case(alice: Actor) -> Callable[..., Case]:
    """Open a case as Alice; keywords replace its values, `people` its people."""

    def opened(people: tuple[dict[str, Any], ...] = (ROSA,), **values: Any) -> Case:
        known = {"case_type": "missing", **DAY, **PLACE, **values}
        return open_case(alice, Report(known, source="Reporting party, by telephone", people=people))

    return opened


@pytest.fixture
def case(a_case: Callable[..., Case]) -> Case:
    return a_case()


@pytest.fixture
def as_person() -> Callable[[Actor], Client]:
    """Return a browser in which an actor is signed in, with agency and purpose chosen."""
    return browser_of
