"""Who holds what was pointed at finds it by the asker's own number; nobody else does."""

import pytest

from manumit.modules.links.actions.meant import meant
from manumit.modules.links.actions.telling import tell_sides
from manumit.modules.links.models import Candidate, PointerHit
from manumit.modules.links.tests.conftest import NUMBER, titled

pytestmark = pytest.mark.django_db


def test_the_holder_finds_its_record_by_the_askers_number(alice, bob, charlie) -> None:
    mine = titled(alice, NUMBER, level="pointer")
    theirs = titled(charlie, NUMBER, level="pointer")
    tell_sides([Candidate.unscoped.get()])
    assert PointerHit.unscoped.count() == 2
    assert meant(charlie, alice.agency_id, mine.number) == [("note", theirs.number)]
    assert meant(bob, charlie.agency_id, theirs.number) == [("note", mine.number)]
    assert meant(charlie, alice.agency_id, theirs.number) == []
    assert meant(alice, charlie.agency_id, mine.number) == []
    assert meant(bob, alice.agency_id, mine.number) == []
