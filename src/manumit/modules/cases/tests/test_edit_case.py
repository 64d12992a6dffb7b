"""Editing: one version at a time, each value with its source, every step kept."""

import pytest

from manumit.modules.cases.actions.edit_case import edit_case
from manumit.spine.access import Denied, Hidden
from manumit.spine.records import Conflict, NothingToChange, RecordHistory, provenance
from manumit.spine.workflow.rulebook import Broken

SAID = {"expected_version": 1, "source": "Case file"}


def test_it_writes_value_source_and_history(case, alice):
    edit_case(alice, case, {"last_seen_city": "Hardin"}, **SAID, certainty="estimated")
    assert (case.last_seen_city, case.version) == ("Hardin", 2)
    assert provenance.of(case, "last_seen_city").certainty == "estimated"
    step = RecordHistory.objects.get(record_id=case.pk, version=2)
    assert step.changes["last_seen_city"]["from"] == "Crow Agency"


def test_a_second_edit_of_the_same_version_conflicts(case, alice):
    edit_case(alice, case, {"last_seen_city": "Hardin"}, **SAID)
    with pytest.raises(Conflict) as conflict:
        edit_case(alice, case, {"last_seen_city": "Lodge Grass"}, **SAID)
    assert [(clash.yours, clash.theirs) for clash in conflict.value.clashes] == [("Lodge Grass", "Hardin")]


def test_no_change_is_said(case, alice):
    with pytest.raises(NothingToChange):
        edit_case(alice, case, {"last_seen_city": "Crow Agency"}, **SAID)


def test_rules_are_kept(case, alice):
    with pytest.raises(Broken, match="later than"):
        edit_case(alice, case, {"last_seen_earliest_on": "2999-01-01", "last_seen_latest_on": "2999-01-01"}, **SAID)


def test_state_and_level_are_not_edited(case, alice):
    for field in ("state", "level", "outcome", "owner"):
        with pytest.raises(ValueError, match=field):
            edit_case(alice, case, {field: "open"}, **SAID)


def test_a_colleague_without_the_role_is_denied_and_a_stranger_learns_nothing(case, bob, charlie):
    with pytest.raises(Denied):
        edit_case(bob, case, {"acute": True}, **SAID)
    with pytest.raises(Hidden):
        edit_case(charlie, case, {"acute": True}, **SAID)
