"""A record's past, without what the asker may not read."""

import pytest

from manumit.spine import records
from manumit.spine.records import RecordHistory, questions, sealed
from manumit.spine.records.actions.lift_hold import lift_hold
from manumit.spine.records.actions.place_hold import place_hold

pytestmark = pytest.mark.django_db


@pytest.fixture
def told(note, alice, bob, wrapping_key):
    """A note changed three times."""
    records.change(note, alice, {"title": "Second", "story": "Once"}, expected_version=1, source="a test")
    sealed.put(note, "whereabouts", {"address": "12 Hidden Lane"}, bob)
    records.change(note, None, {"title": "Third"}, expected_version=3, source="a test")
    return note


def test_newest_first_with_who_did_it(told) -> None:
    steps = questions.history(told, {"summary"})
    assert [(step.version, step.person, step.agency) for step in steps] == [
        (4, "", ""),
        (3, "Bob", "A0"),
        (2, "Alice", "A0"),
    ]


@pytest.mark.parametrize(
    ("groups", "paths"),
    [
        ({"summary"}, {"title"}),
        ({"summary", "narrative"}, {"title", "story"}),
        ({"whereabouts"}, {"whereabouts.address"}),
        (set(), set()),
    ],
)
def test_only_readable_groups_are_told(told, groups, paths) -> None:
    assert {path for step in questions.history(told, groups) for path in step.changes} == paths


def test_pages_go_on_below_a_version(told) -> None:
    assert [step.version for step in questions.history(told, set(), limit=2)] == [4, 3]
    assert [step.version for step in questions.history(told, set(), before=3)] == [2]


def test_what_belongs_to_a_record_is_told_to_whom_its_group_is(note, alice) -> None:
    RecordHistory.objects.create(
        kind=note.kind, record_id=note.pk, version=9, verb="note.edit", changes={"vehicles.7.plate": {"to": "ABC"}}
    )
    named = {"vehicles": "narrative"}
    assert questions.history(note, {"narrative"}, parts=named, limit=1)[0].changes == {
        "vehicles.7.plate": {"to": "ABC"}
    }
    assert not questions.history(note, {"summary"}, parts=named, limit=1)[0].changes
    assert not questions.history(note, {"summary", "narrative"}, limit=1)[0].changes


def test_all_is_told_where_all_is_asked_for(told) -> None:
    assert [step.version for step in questions.history(told, set(), limit=None)] == [4, 3, 2]


def test_a_path_nobody_declared_is_in_no_group_anybody_reads(note) -> None:
    assert questions.group_of(note, "people.7.sex") == "people"
    assert questions.group_of(note, "unheard") == "unheard"


def test_standing_holds_are_told(note, bob) -> None:
    hold = place_hold(bob, note, reason="Trial pending", authority="Court order 7")
    assert questions.holds_on(note) == (hold,)
    assert questions.is_held(note)
    lift_hold(bob, note, hold.pk, reason="Trial over")
    assert questions.holds_on(note) == ()
    assert not questions.is_held(note)
