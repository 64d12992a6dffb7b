"""No record moves but by the table, and every refusal says why and what would help."""

from itertools import pairwise

import pytest
from django.core.exceptions import ValidationError
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from manumit.spine import access, audit, records
from manumit.spine.audit.models import Entry
from manumit.spine.records.tests import notes
from manumit.spine.workflow import NotNow, ReasonNeeded

from .publishing import PUBLISHING

pytestmark = pytest.mark.django_db

NAMES = [state.name for state in PUBLISHING.states]


@records.action("note.move")
def move(actor, note, name, **given):
    step = PUBLISHING.perform(actor, note, name, expected_version=given.pop("version", note.version), **given)
    audit.record(actor, "note.move", kind="note", record_id=note.pk, detail={"transition": name})
    return step


GIVEN = {
    "withdraw": {"reason": "wrong"},
    "bury": {"reason": "other", "words": "No use"},
    "publish": {"answers": {"seen_on": "2026-01-02"}},
}


@pytest.mark.parametrize("state", NAMES)
@pytest.mark.parametrize("name", PUBLISHING.by_name)
def test_every_pair_of_state_and_transition_is_as_the_table_says(kind, agencies, bob, state, name) -> None:
    note = notes.note(agencies[0], state=state, story="Once")
    transition = PUBLISHING.transition(name)
    if state in transition.sources:
        move(bob, note, name, **GIVEN.get(name, {}))
        assert note.state == transition.target
    else:
        with pytest.raises(NotNow, match="does not lead on"):
            move(bob, note, name, **GIVEN.get(name, {}))
        assert notes.Note.unscoped.get(pk=note.pk).state == state


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(walk=st.lists(st.sampled_from(sorted(PUBLISHING.by_name)), max_size=12))
def test_on_any_walk_the_record_is_where_the_table_puts_it(kind, agencies, bob, walk) -> None:
    note, expected = notes.note(agencies[0], story="Once"), "draft"
    for name in walk:
        transition = PUBLISHING.transition(name)
        try:
            move(bob, note, name, **GIVEN.get(name, {}))
        except NotNow:
            assert expected not in transition.sources
        else:
            assert expected in transition.sources
            expected = transition.target
        assert notes.Note.unscoped.get(pk=note.pk).state == expected
    steps = records.RecordHistory.objects.filter(record_id=note.pk).order_by("version")
    path = ["draft", *(step.changes["state"]["to"] for step in steps)]
    assert all((a, b) in WAYS for a, b in pairwise(path))


WAYS = {(source, t.target) for t in PUBLISHING.transitions for source in t.sources}


def test_no_edit_reaches_a_moved_field(note, bob) -> None:
    for name in ("state", "state_since_at"):
        with pytest.raises(ValueError, match="moves by its procedure"):
            records.change(note, bob, {name: "published"}, expected_version=1, source="x")


def test_what_is_available_says_why_not_and_what_would_help(note, alice, bob) -> None:
    submit, bury = PUBLISHING.available(alice, note)
    assert (submit.transition.name, submit.allowed) == ("submit", False)
    assert (submit.why, submit.help) == (("The note has no story yet.",), ("Write its story first.",))
    assert (bury.transition.name, bury.allowed) == ("bury", False)
    assert bury.why
    assert bury.help
    assert [choice.allowed for choice in PUBLISHING.available(bob, note)] == [False, True]


def test_who_may_not_is_refused_and_learns_no_more(kind, agencies, alice, charlie) -> None:
    note = notes.note(agencies[0], state="review")
    with pytest.raises(access.Denied):
        move(alice, note, "publish", answers={"seen_on": "2026-01-02"})
    with pytest.raises(access.Hidden):
        move(charlie, note, "publish")


def test_a_guard_stops_even_who_did_not_look_first(note, bob) -> None:
    with pytest.raises(NotNow, match="no story yet"):
        move(bob, note, "submit")


def test_a_stale_move_is_a_conflict(note, bob) -> None:
    with pytest.raises(records.Conflict):
        move(bob, note, "bury", version=7, **GIVEN["bury"])


@pytest.mark.parametrize(
    ("given", "field"),
    [
        ({}, "reason"),
        ({"reason": "unheard"}, "reason"),
        ({"reason": "other"}, "words"),
        ({"reason": "other", "words": " "}, "words"),
    ],
)
def test_a_reason_is_asked_as_the_policy_says(kind, agencies, bob, given, field) -> None:
    note = notes.note(agencies[0], state="published")
    with pytest.raises(ReasonNeeded) as caught:
        move(bob, note, "withdraw", **given)
    assert set(caught.value.message_dict) == {field}


def test_a_reason_nobody_asked_for_is_refused(kind, agencies, bob) -> None:
    with pytest.raises(ReasonNeeded):
        move(bob, notes.note(agencies[0], story="x"), "submit", reason="wrong")


@pytest.mark.parametrize("answers", [{}, {"seen_on": ""}, {"seen_on": "2026-01-02", "title": "x"}, {"seen_on": "soon"}])
def test_what_is_asked_is_answered_and_nothing_else(kind, agencies, bob, answers) -> None:
    with pytest.raises(ValidationError):
        move(bob, notes.note(agencies[0], state="review"), "publish", answers=answers)


def test_the_step_keeps_reason_words_and_what_was_cleared(kind, agencies, bob) -> None:
    note = notes.note(agencies[0], state="published", seen_on="2026-01-02")
    step = move(bob, note, "withdraw", reason="other", words="The witness was mistaken")
    assert step.changes["state"]["reason"] == "other"
    assert step.changes["state"]["words"] == "The witness was mistaken"
    assert step.changes["seen_on"]["to"] is None
    assert note.state_since_at is not None
    assert "witness" not in Entry.objects.get(verb="note.move").detail
