"""Alice triages, Bob supervises, Dora investigates with them, Charlie triages elsewhere."""

import pytest
from django.test import Client

from manumit.modules.tips import form_token
from manumit.modules.tips.actions.arrival import Arrival, Receipt
from manumit.modules.tips.actions.receive_tip import receive_tip
from manumit.modules.tips.models import Tip, TipDesk
from manumit.spine.administration import session_state
from manumit.spine.administration.tests.signing_in import browser_of
from manumit.spine.identity.actor import Actor
from manumit.spine.identity.models import Membership, Person
from manumit.spine.records.tests.conftest import actor, agencies, kind, note, note_table, wrapping_key

SAID = {"what": "A grey van with a girl in it", "place": "The depot", "time": "At night", "language": "en"}
GIVER = {"name": "Aunt May", "telephone": "406 555 0111", "safe": "yes", "when": "After ten", "never": "Police"}


@pytest.fixture
def alice(agencies) -> Actor:
    """She triages the agency's tips."""
    return joined("alice", agencies[0], "triage")


@pytest.fixture
def bob(agencies) -> Actor:
    """He supervises."""
    return joined("bob", agencies[0], "supervisor")


@pytest.fixture
def dora(agencies) -> Actor:
    """She investigates."""
    return joined("dora", agencies[0], "investigator")


@pytest.fixture
def charlie(agencies) -> Actor:
    """He triages and investigates at another agency."""
    return joined("charlie", agencies[1], "triage", "investigator", "supervisor")


def joined(name: str, agency, *roles: str) -> Actor:
    """Return a member of `agency`."""
    who = actor(name, agency, *roles)
    Membership.objects.create(person_id=who.person_id, agency_id=agency.pk, roles=sorted(roles))
    return who


@pytest.fixture
def desk(agencies, wrapping_key) -> TipDesk:
    """The public desk of Alice's agency."""
    return TipDesk.objects.create(agency=agencies[0], address="north")


def given(desk: TipDesk, said=SAID, giver=(), danger="unknown") -> Receipt:
    """Give a tip as the public does."""
    form = form_token.accept("tip", form_token.issue("tip"))
    return receive_tip(desk, Arrival("public", said, dict(giver), danger), form)


@pytest.fixture
def receipt(desk, alice) -> Receipt:
    """An anonymous tip."""
    return given(desk)


@pytest.fixture
def tip(receipt) -> Tip:
    """The tip of the receipt."""
    return Tip.unscoped.get(number=receipt.number)


@pytest.fixture
def as_person():
    """Return a browser in which an actor is signed in."""
    return browser_of
