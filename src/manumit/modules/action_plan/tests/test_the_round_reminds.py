"""The round: 90, 30 and 0 days before, lead and secretariat after; a missed run is made up for, nobody told twice."""

from datetime import date, timedelta

import pytest

from manumit.modules.action_plan.actions.begin_partnership import begin_partnership
from manumit.modules.action_plan.actions.recommend import recommend
from manumit.modules.action_plan.actions.remind import remind
from manumit.modules.action_plan.actions.reminding import due, reached
from manumit.modules.action_plan.actions.say_jointly import say_jointly
from manumit.modules.action_plan.jobs import remind_of_the_round
from manumit.modules.action_plan.models import Reminder
from manumit.modules.action_plan.rounds import (
    COMMITMENT,
    DIALOGUE,
    DISAGREE,
    ESCALATES_AFTER,
    QUARTER,
    RECOMMENDATION,
    STEPS,
)
from manumit.spine.workflow.models import Notice
from manumit.spine.workflow.notices.events import named

DAY = date(2030, 12, 31)
COMPACT = {"partnership_kind": "cpc", "country": "Examplia", "objectives": "Protect children."}


def told(day: date, *about: str) -> list[str]:
    """Run the round on `day`; return whom it told of what, of steps that begin as in `about`."""
    Notice.unscoped.all().delete()
    for each in due(day):
        remind(None, each)
    rows = Notice.unscoped.order_by("event", "person").values_list("event", "person__full_name")
    named_ones = [f"{event.removeprefix('plan_')} {name}" for event, name in rows]
    return [each for each in named_ones if each.startswith(about or "")]


@pytest.mark.parametrize(
    ("left", "step"),
    [(91, None), (90, "due_90"), (31, "due_90"), (30, "due_30"), (1, "due_30"), (0, "due_0"), (-1, "overdue")],
)
def test_only_the_last_step_reached_is_told(left: int, step: str | None) -> None:
    day = date(2030, 6, 30)
    found = reached(COMMITMENT, day, date.fromordinal(day.toordinal() - left))
    assert (found.code if found else None) == step


def test_a_commitment_is_told_of_as_its_day_comes(a_commitment, cora, lena, sia) -> None:
    a_commitment(due_on=date(2030, 12, 31), made_on=date(2030, 9, 1))
    assert told(date(2030, 10, 1), "due", "overdue") == []
    assert told(date(2030, 10, 2), "due", "overdue") == ["due_90 Cora"]
    assert told(date(2030, 10, 3), "due", "overdue") == [], "a second run tells nobody again"
    assert "due_30 Cora" in told(date(2030, 12, 1), "due", "overdue")
    assert {"due_0 Cora", "due_0 Lena"} <= set(told(date(2030, 12, 31), "due", "overdue"))


def test_days_missed_are_made_up_for_by_one_notice(a_commitment, cora, lena, sia) -> None:
    a_commitment(due_on=date(2030, 12, 31), made_on=None)
    assert told(date(2030, 12, 20), "due", "overdue") == ["due_30 Cora"]
    assert told(date(2031, 1, 5), "due", "overdue") == ["overdue Lena", "overdue Sia"]
    assert Reminder.unscoped.filter(step="due_90").count() == 0


def test_a_due_date_that_moves_begins_its_days_anew(a_commitment, cora, lena, sia) -> None:
    commitment = a_commitment(due_on=date(2030, 12, 31), made_on=None)
    assert told(date(2030, 12, 20), "due", "overdue") == ["due_30 Cora"]
    type(commitment).unscoped.filter(pk=commitment.pk).update(due_on=date(2031, 3, 1))
    assert told(date(2030, 12, 21), "due", "overdue") == ["due_90 Cora"]


def test_an_agency_is_told_once_a_quarter_then_its_lead(a_commitment, report, cora, lena, sia) -> None:
    first, second = (a_commitment(due_on=None, title=title) for title in ("One", "Two"))
    assert told(date(2024, 10, 2), "quarter") == ["quarter_open Cora"]
    report(first, "approved")
    assert told(date(2024, 10, 16), "quarter") == ["quarter_again Cora"]
    assert Notice.unscoped.get(event="plan_quarter_again").record_number == second.number
    assert told(date(2024, 11, 1), "quarter") == ["quarter_late Lena", "quarter_late Sia"]
    report(second, "approved")
    assert told(date(2024, 12, 1), "quarter") == []


def test_recommendations_and_disagreement_are_told_of(a_commitment, sia, cora, lena, dan) -> None:
    recommend(sia, "The council", "1", "Pay survivors.", agencies=["DOL"], made_on=date(2030, 1, 1))
    assert told(date(2030, 3, 2)) == ["answer_60 Cora", "answer_60 Lena"]
    assert told(date(2030, 4, 1)) == ["answer_90 Lena", "answer_90 Sia"]
    joint = a_commitment(due_on=None, made_on=None, joint_codes=["DHS"])
    say_jointly(dan, joint, "delayed", "No money.")
    assert told(date(2030, 4, 2), "disagree") == ["disagree Cora", "disagree Lena", "disagree Sia"]
    assert told(date(2030, 4, 3), "disagree") == []


def test_what_has_ended_is_left_alone(a_commitment, cora, lena, sia) -> None:
    a_commitment(status="completed")
    assert told(date(2031, 1, 1)) == []


def test_the_job_runs_the_round(a_commitment, cora, lena, sia) -> None:
    a_commitment()
    remind_of_the_round()
    before = Notice.unscoped.count()
    remind_of_the_round()
    assert before
    assert Notice.unscoped.count() == before


def test_every_step_has_its_event_and_its_source_with_a_mark() -> None:
    assert all(named(step.event.code) == step.event for step in STEPS)
    assert all(step.source[:4] in {"[S] ", "[K] ", "[D] "} for step in STEPS)


@pytest.fixture
def arranged(a_commitment, sia, dan, plan):
    """Make what each group of rows is about, due (or ended) on DAY."""

    def arrange(step) -> None:
        if step in COMMITMENT:
            a_commitment(due_on=DAY, made_on=date(2030, 12, 1))
        elif step in QUARTER:
            a_commitment(due_on=None, made_on=None)
        elif step in RECOMMENDATION:
            recommend(sia, "The council", "1", "Pay survivors.", agencies=["DOL"], made_on=DAY - timedelta(days=90))
        elif step in DIALOGUE:
            begun = DAY - timedelta(days=365)
            begin_partnership(
                sia, {**COMPACT, "begins_on": begun, "ends_on": begun + timedelta(days=1400)}, source="Its text"
            )
        else:
            say_jointly(dan, a_commitment(due_on=None, made_on=DAY, joint_codes=["DHS"]), "delayed", "No money.")

    return arrange


@pytest.mark.parametrize("step", STEPS, ids=lambda step: step.code)
def test_each_row_tells_those_it_names_on_its_day_and_not_before(arranged, step, cora, lena, sia) -> None:
    arranged(step)
    day = DAY - timedelta(days=step.days)
    names = {"plan_contact": "Cora", "plan_lead": "Lena", "secretariat": "Sia"}
    people = {names[role] for role in step.roles} | ({"Sia"} if step.secretariat else set())
    if step is not DISAGREE:
        assert told(day - timedelta(days=1), step.code) == []
    assert told(day, step.code) == [f"{step.code} {name}" for name in sorted(people)]
    assert told(day, step.code) == [], "once"


def test_a_day_that_has_come_and_is_unseen_goes_to_the_supervisors() -> None:
    urgent = {step.code for step in STEPS if step.event.escalates_after == ESCALATES_AFTER}
    assert urgent == {step.code for step in STEPS if step.days <= 0 and step is not DISAGREE}
