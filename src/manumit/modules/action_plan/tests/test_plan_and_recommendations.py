"""Plans are entered word for word with computed dates; recommendations are answered by each addressee for itself."""

from datetime import date

import pytest

from manumit.modules.action_plan.actions.add_plan import ActionText, PillarText, PrincipleText, add_plan
from manumit.modules.action_plan.actions.answer_recommendation import answer_recommendation
from manumit.modules.action_plan.actions.edit_commitment import edit_commitment
from manumit.modules.action_plan.actions.keep_part import add_part
from manumit.modules.action_plan.actions.move_due_date import move_due_date
from manumit.modules.action_plan.actions.recommend import recommend
from manumit.modules.action_plan.models import MeetingDecision, PriorityAction, Recommendation
from manumit.modules.action_plan.nouns import NOUNS
from manumit.modules.action_plan.refusing import Refused
from manumit.spine.access import Denied, Hidden

CROSSCUTTING = PillarText(
    "partnerships",
    "Crosscutting approaches",
    [
        PrincipleText(
            "4.1",
            "Strengthen coordination",
            [ActionText("4.1.1", "State will ask survivors.", ["State"], ["DOL"], "within 180 days")],
        )
    ],
)


def test_a_plan_keeps_its_own_words_and_computes_its_dates(sia, council) -> None:
    plan = add_plan(sia, {"title": "Plan", "adopted_on": date(2021, 12, 3)}, [CROSSCUTTING], source="The plan itself")
    action = PriorityAction.objects.visible_to(council).select_related("principle__pillar").get()
    assert (action.text, action.due_on) == ("State will ask survivors.", date(2022, 6, 1))
    assert (action.principle.pillar.title, action.principle.pillar.pillar) == (
        "Crosscutting approaches",
        "partnerships",
    )
    assert plan.number.startswith("AP")


def test_only_the_secretariat_enters_plans(cora, charlie) -> None:
    for actor in (cora, charlie):
        with pytest.raises(Denied):
            add_plan(actor, {"title": "Mine"}, source="x")


def test_what_was_said_cannot_be_edited(commitment, sia, cora) -> None:
    for field, value in (("sentence", "Other words"), ("due_on", date(2030, 1, 1)), ("status", "completed")):
        with pytest.raises(ValueError, match="moves by its procedure"):
            edit_commitment(sia, commitment, {field: value}, expected_version=1, source="x")
    with pytest.raises(Denied):
        edit_commitment(cora, commitment, {"title": "Another title"}, expected_version=1, source="x")


def test_a_date_moves_with_its_reason(commitment, sia) -> None:
    with pytest.raises(Refused):
        move_due_date(sia, commitment, date(2025, 1, 31), reason=" ", expected_version=1)
    move_due_date(sia, commitment, date(2025, 1, 31), reason="Agreed at the meeting", expected_version=1)
    assert commitment.due_on == date(2025, 1, 31)


def test_meetings_groups_and_reports_belong_to_the_plan(plan, sia, cora) -> None:
    def add(noun, **values):
        return add_part(sia, plan, NOUNS[noun], values, source="The secretary")

    group = add("groups", title="Screening forms", chair="HHS", members=["DOL"])
    meeting = add("meetings", title="Third meeting", held_on=date(2024, 2, 13), group=group)
    add("decisions", meeting=meeting, text="Share the forms")
    add("reports", title="Annual report", year=2024)
    assert plan.version == 5, "each row is a version of its plan"
    assert [each.text for each in MeetingDecision.objects.visible_to(cora)] == ["Share the forms"]


def test_each_addressee_answers_for_itself(cora, lena, dan, council, charlie) -> None:
    ours, theirs = recommend(
        council, "Council", "3", "Pay survivors.", agencies=["DOL", "DHS"], made_on=date(2024, 1, 10)
    )
    assert ours.answer_due_on == date(2024, 4, 9)
    with pytest.raises(Denied):
        answer_recommendation(cora, ours, "accept", "", expected_version=1)
    with pytest.raises(Denied):
        answer_recommendation(lena, theirs, "accept", "", expected_version=1)
    with pytest.raises(Hidden):
        answer_recommendation(charlie, ours, "accept", "", expected_version=1)
    with pytest.raises(Refused):
        answer_recommendation(lena, ours, "decline", " ", expected_version=1)
    answer_recommendation(lena, ours, "partly", "Two of three.", expected_version=1)
    assert Recommendation.objects.visible_to(council).get(pk=ours.pk).reasons == "Two of three."
