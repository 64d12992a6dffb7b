"""The people and notes of the tests of records, clocks that a note may run, and memberships to sign in with."""

import pytest

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
from manumit.spine.workflow.tests.conftest import clocks


@pytest.fixture(autouse=True)
def members(alice, bob, charlie) -> dict[str, Membership]:
    """All three are members of their agencies."""
    people = {"alice": alice, "bob": bob, "charlie": charlie}
    return {
        name: Membership.objects.create(person_id=who.person_id, agency_id=who.agency_id, roles=sorted(who.roles))
        for name, who in people.items()
    }
