"""The procedure: every step from every state for every role, as the table says and no other way."""

from datetime import date

import pytest

from manumit.modules.cases import procedure
from manumit.modules.cases.actions.move_case import move_case
from manumit.modules.cases.models import Case
from manumit.spine.access import Denied, Hidden
from manumit.spine.audit.models import Entry
from manumit.spine.records import Conflict
from manumit.spine.workflow import NotNow, ReasonNeeded
from manumit.spine.workflow.rulebook import Broken

GIVEN = {
    "activate": {},
    "suspend": {"reason": "no_leads", "answers": {"review_on": date(2030, 1, 1)}},
    "go_cold": {"reason": "no_leads"},
    "resolve": {"answers": {"outcome": "located_safe", "confirmed_by": "Officer Vale"}},
    "close": {"reason": "other", "words": "Not a crime", "answers": {"outcome": "unfounded", "confirmed_by": "Sam"}},
    "reopen": {"reason": "new_lead"},
}
STATES = [state.name for state in procedure.CASE.states]
SUPERVISED = {"suspend", "go_cold", "close"}


def put(case, state):
    resolved = {"outcome": "located_safe", "confirmed_by": "x"} if state == "resolved" else {}
    review = {"review_on": date(2030, 1, 1)} if state == "suspended" else {}
    Case.unscoped.filter(pk=case.pk).update(state=state, **resolved, **review)
    case.refresh_from_db()


def test_the_table_is_sound():
    assert procedure.CASE.check() == ()


@pytest.mark.parametrize("state", STATES)
@pytest.mark.parametrize("step", GIVEN)
def test_each_step_leads_on_from_its_sources_only(case, sam, step, state):
    put(case, state)
    transition = procedure.CASE.transition(step)
    if state in transition.sources:
        assert move_case(sam, case, step, expected_version=1, **GIVEN[step]).state == transition.target
    else:
        with pytest.raises(NotNow):
            move_case(sam, case, step, expected_version=1, **GIVEN[step])


@pytest.mark.parametrize("step", GIVEN)
def test_who_may(case, alice, bob, charlie, step):
    put(case, procedure.CASE.transition(step).sources[0])
    with pytest.raises(Hidden):
        move_case(charlie, case, step, expected_version=1, **GIVEN[step])
    with pytest.raises(Denied):
        move_case(bob, case, step, expected_version=1, **GIVEN[step])
    if step in SUPERVISED:
        with pytest.raises(Denied):
            move_case(alice, case, step, expected_version=1, **GIVEN[step])


def test_reopening_clears_the_ending(case, sam):
    move_case(sam, case, "resolve", expected_version=1, **GIVEN["resolve"])
    move_case(sam, case, "reopen", expected_version=2, **GIVEN["reopen"])
    assert (case.outcome, case.confirmed_by, case.review_on) == ("", "", None)
    leaf = Entry.objects.filter(record_id=case.pk).latest("id")
    assert '"reason":"new_lead"' in leaf.detail


def test_an_acute_case_is_not_put_aside(case, sam):
    Case.unscoped.filter(pk=case.pk).update(state="active", acute=True)
    case.refresh_from_db()
    with pytest.raises(NotNow, match="acute"):
        move_case(sam, case, "suspend", expected_version=1, **GIVEN["suspend"])


def test_reaching_an_age_closes_nothing(case, sam):
    given = {**GIVEN["close"], "words": "Subject aged out"}
    with pytest.raises(Broken, match="age"):
        move_case(sam, case, "close", expected_version=1, **given)


def test_a_reason_of_the_table_or_in_words(case, sam):
    put(case, "cold")
    with pytest.raises(ReasonNeeded):
        move_case(sam, case, "reopen", expected_version=1, reason="because")
    with pytest.raises(ReasonNeeded):
        move_case(sam, case, "reopen", expected_version=1, reason="other")


def test_an_outcome_of_another_step_is_refused(case, sam):
    answers = {"outcome": "declined", "confirmed_by": "x"}
    with pytest.raises(Exception, match="cannot have that outcome"):
        move_case(sam, case, "resolve", expected_version=1, answers=answers)


def test_a_stale_version_conflicts(case, sam):
    with pytest.raises(Conflict):
        move_case(sam, case, "activate", expected_version=7)
