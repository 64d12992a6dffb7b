"""Cora is contact and Lena lead of Labor, Dan contact of Homeland Security, Sia keeps the secretariat at State.

Council speaks for the survivors' council; Charlie works elsewhere and has no part in the plan.
"""

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from manumit.modules.action_plan.actions.add_plan import add_plan
from manumit.modules.action_plan.actions.ask_advice import ask_advice
from manumit.modules.action_plan.actions.draft_update import draft_update
from manumit.modules.action_plan.actions.file_commitment import file_commitment
from manumit.modules.action_plan.actions.move_update import move_update
from manumit.modules.action_plan.models import AdviceRequest, Commitment, Plan, ProgressUpdate
from manumit.spine.access.actors import actor_for
from manumit.spine.administration import session_state
from manumit.spine.administration.tests.signing_in import browser_of
from manumit.spine.identity.actor import Actor
from manumit.spine.identity.models import Agency, Membership, Person

QUARTER = "2024-Q3"


def acting(name: str, code: str, *roles: str, purpose: str = "records") -> Actor:
    agency, _ = Agency.objects.get_or_create(
        name=f"Department {code}", defaults={"short_name": code, "kind": "federal"}
    )
    person = Person.objects.create_user(f"{name.lower().replace(' ', '.')}@example.org", name)
    member = Membership.objects.create(person=person, agency=agency, roles=list(roles), active=True)
    actor = actor_for(member.pk, purpose)
    assert actor is not None
    return actor


@pytest.fixture
def cora(db: None) -> Actor:
    return acting("Cora", "DOL", "plan_contact")


@pytest.fixture
def lena(db: None) -> Actor:
    return acting("Lena", "DOL", "plan_lead")


@pytest.fixture
def dan(db: None) -> Actor:
    return acting("Dan", "DHS", "plan_contact")


@pytest.fixture
def sia(db: None) -> Actor:
    return acting("Sia", "State", "secretariat")


@pytest.fixture
def council(db: None) -> Actor:
    return acting("Nia", "Advisory Council", "council")


@pytest.fixture
def rosa(db: None) -> Actor:
    """A consultant of the network."""
    return acting("Rosa Quill", "Consultants", "consultant")


@pytest.fixture
def ines(db: None) -> Actor:
    """Another consultant."""
    return acting("Ines Vale", "Consultants", "consultant")


@pytest.fixture
def asked(cora: Actor, commitment: Commitment) -> AdviceRequest:
    """Labor asks the network and the council about its surveys."""
    values = {"asked_of": "both", "question": "Whom must we ask?", "hours": Decimal(4), "rate": Decimal("75.50")}
    return ask_advice(cora, commitment, {**values, "internal_text": "Budget is thin."})


@pytest.fixture
def charlie(db: None) -> Actor:
    return acting("Charlie", "Elsewhere", "investigator", "supervisor")


@pytest.fixture
def plan(sia: Actor) -> Plan:
    return add_plan(
        sia, {"title": "Plan of 2021", "adopted_on": date(2021, 12, 3), "comment_days": 0}, source="The plan"
    )


@pytest.fixture
def a_commitment(sia: Actor, cora: Actor, dan: Actor, plan: Plan) -> Callable[..., Commitment]:
    def filed(**values: Any) -> Commitment:
        known = {
            "agency_code": "DOL", "pillar": "prevention", "title": "Publish four surveys", "verb": "publish",
            "thing": "four surveys", "plan": plan, "made_on": date(2024, 2, 14), "due_on": date(2024, 12, 31),
        }  # fmt: skip
        return file_commitment(sia, {**known, **values}, source="The fact sheet")

    return filed


@pytest.fixture
def commitment(a_commitment: Callable[..., Commitment]) -> Commitment:
    return a_commitment()


@pytest.fixture
def report(cora: Actor, lena: Actor, sia: Actor) -> Callable[..., ProgressUpdate]:
    """Carry a report up to a state; keywords replace what it says."""

    def carried(
        commitment: Commitment, until: str = "accepted", quarter: str = QUARTER, **values: Any
    ) -> ProgressUpdate:
        said = {
            "status": "in_progress",
            "public_text": "Two surveys are in the field.",
            "internal_text": "Budget doubt.",
        }
        update = draft_update(cora, commitment, quarter, {**said, **values})
        for step, actor, state in (
            ("submit", cora, "submitted"),
            ("approve", lena, "approved"),
            ("accept", sia, "accepted"),
        ):
            if update.state == until:
                break
            update = move_update(actor, update, step, expected_version=update.version)
            assert update.state == state
        return update

    return carried


@pytest.fixture
def as_person() -> Callable[[Actor], Any]:
    """Return a browser in which an actor is signed in, with agency and purpose chosen."""
    return browser_of
