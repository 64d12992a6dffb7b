"""Who holds what was pointed at finds it by the asker's own number; nobody else does."""

import pytest

from manumit.modules.links.actions.meant import meant
from manumit.modules.links.actions.telling import tell_sides
from manumit.modules.links.models import Candidate, PointerHit
from manumit.modules.links.tests.conftest import NUMBER, agency, titled
from manumit.spine.access.actors import actor_for
from manumit.spine.workflow.actions.bar_person import bar_person

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


def test_a_pointer_to_one_agency_says_nothing_to_another(alice, charlie) -> None:
    """Both were pointed at for one pair; rows are then written as if Alice's had been pointed elsewhere."""
    mine, theirs = titled(alice, NUMBER, level="pointer"), titled(charlie, NUMBER, level="pointer")
    other = agency("West")
    PointerHit.unscoped.filter(agency=alice.agency_id).update(holder=other)
    assert meant(charlie, alice.agency_id, mine.number) == []
    PointerHit.unscoped.filter(agency=alice.agency_id).update(holder=charlie.agency_id)
    PointerHit.unscoped.filter(agency=charlie.agency_id).update(agency=other)
    assert meant(charlie, alice.agency_id, mine.number) == []
    PointerHit.unscoped.filter(agency=other).update(agency=charlie.agency_id)
    assert meant(charlie, alice.agency_id, mine.number) == [("note", theirs.number)]


def test_who_is_barred_from_the_record_is_not_told_what_was_meant(alice, charlie) -> None:
    mine, theirs = titled(alice, NUMBER, level="pointer"), titled(charlie, NUMBER, level="pointer")
    bar_person(charlie, theirs, person_id=charlie.person_id, because="Her brother")
    again = actor_for(charlie.membership_id, "investigation")
    assert meant(again, alice.agency_id, mine.number) == []
