"""Alice took the item and has it, Bob supervises, Charlie is a stranger. The case is a note: any kind will do."""

from collections.abc import Callable
from datetime import datetime, timedelta

import pytest
from django.utils import timezone

from manumit.modules.evidence.actions.collect_item import Collected, collect_item
from manumit.modules.evidence.actions.hand_over import Handover, hand_over
from manumit.modules.evidence.actions.passing_on import DISPOSE
from manumit.modules.evidence.actions.seal_item import seal_item
from manumit.modules.evidence.choices import HandKind
from manumit.modules.evidence.hand import Hand
from manumit.modules.evidence.models import EvidenceItem
from manumit.spine.identity.actor import Actor
from manumit.spine.identity.models import Membership
from manumit.spine.records.tests.conftest import (
    agencies,
    alice,
    bob,
    charlie,
    kind,
    note,
    note_table,
)
from manumit.spine.workflow.actions.ask_approval import ask_approval
from manumit.spine.workflow.actions.decide_approval import decide_approval

YESTERDAY = timezone.now() - timedelta(days=1)


@pytest.fixture(autouse=True)
def members(alice, bob, charlie) -> None:
    """All three are members of their agencies."""
    for actor in (alice, bob, charlie):
        Membership.objects.create(person_id=actor.person_id, agency_id=actor.agency_id, roles=sorted(actor.roles))


@pytest.fixture
def item(alice, note) -> EvidenceItem:
    """A jacket that Alice took."""
    return collect_item(alice, note, Collected("physical", "Red jacket", "Alice", YESTERDAY, "Alice", "Ditch"))


@pytest.fixture
def passed(alice, item) -> Callable[..., EvidenceItem]:
    """Pass the item on to a hand, with all that the table could ask; returns it as it stands then."""

    def pass_on(to: Hand, actor: Actor = alice, at: datetime | None = None, **given: str) -> EvidenceItem:
        seal = "intact" if item.seal_number else "unsealed"
        said = {"receipt": "R-1", "received_by": "Dana", "witness": "Eli", "seal_found": seal, **given}
        handover = Handover(to=to, reason="Needed there", passed_at=at or timezone.now(), **said)
        hand_over(actor, item, handover, expected_version=item.version)
        item.refresh_from_db()
        return item

    return pass_on


@pytest.fixture
def approve(alice, bob, item) -> Callable[[], None]:
    """Let Bob approve the item's disposal, which Alice asks for."""

    def approved() -> None:
        asked = ask_approval(alice, item, question="Return it?", role="supervisor", about=DISPOSE)
        decide_approval(bob, asked, answer="approved")

    return approved


@pytest.fixture
def brought_to(item, alice, passed, approve) -> Callable[[str], EvidenceItem]:
    """Bring the item into a hand of that kind by the table's ways, sealed where it must be."""

    def bring(where: str) -> EvidenceItem:
        if where == "person":
            return item
        if where in {"carrier", "laboratory"}:
            seal_item(alice, item, seal_number="S-1", expected_version=item.version)
            item.refresh_from_db()
        if where in {"owner", "destroyed"}:
            approve()
        return passed(Hand(HandKind(where), "" if where == "destroyed" else f"The {where}"))

    return bring
