"""The survivors' council comments before publication and is answered; a member's name is shown only as she chooses."""

from datetime import date

import pytest

from manumit.modules.action_plan.actions.add_plan import add_plan
from manumit.modules.action_plan.actions.draft_update import draft_update
from manumit.modules.action_plan.actions.file_commitment import file_commitment
from manumit.modules.action_plan.actions.move_update import move_update
from manumit.modules.action_plan.actions.publish_commitment import publish_commitment
from manumit.spine.access.actors import actor_for
from manumit.spine.identity.choices import Purpose, Role

pytestmark = [pytest.mark.browser, pytest.mark.slow]


def acts(officer):
    return actor_for(officer.membership.pk, Purpose.RECORDS)


def test_from_comment_to_answer_to_the_public(joins, agency) -> None:
    sia, cora, lena, nia = (
        joins(agency, role, purpose=Purpose.RECORDS)
        for role in (Role.SECRETARIAT, Role.PLAN_CONTACT, Role.PLAN_LEAD, Role.COUNCIL)
    )
    plan = add_plan(acts(sia), {"title": "Plan", "adopted_on": date(2021, 12, 3), "comment_days": 5}, source="It")
    told = {"agency_code": agency.short_name, "verb": "publish", "thing": "surveys", "plan": plan}
    commitment = file_commitment(acts(sia), {**told, "title": "Publish field surveys"}, source="Sheet")
    publish_commitment(acts(sia), commitment, expected_version=commitment.version)
    said = {"status": "in_progress", "public_text": "Two are out.", "internal_text": "Budget doubt."}
    update = draft_update(acts(cora), commitment, "2026-Q3", said)
    for officer, step in ((cora, "submit"), (lena, "approve")):
        update = move_update(acts(officer), update, step, expected_version=update.version)

    report = f"/plan/reports/{update.number}/"
    page = sia.goes_to(report)
    page.get_by_text("council may still comment").wait_for()
    page = nia.goes_to(report)
    assert "Budget doubt." not in page.locator("main").inner_text()
    page.get_by_role("link", name="Comment", exact=True).click()
    page.get_by_label("Your comment").fill("Say who was asked.")
    page.get_by_role("button", name="Comment of the council").click()
    page.get_by_text("Say who was asked.").wait_for()

    page = sia.goes_to(report)
    page.get_by_text("has no answer").wait_for()
    page = cora.goes_to(report)
    page.get_by_role("link", name="Answer the comment").click()
    page.get_by_label("Answer", exact=True).fill("Forty workers; now in the text.")
    page.get_by_role("button", name="Answer the comment").click()
    page.get_by_text("Forty workers").wait_for()
    page = sia.goes_to(report)
    page.get_by_role("link", name="Accept", exact=True).click()
    page.get_by_role("button", name="Accept").click()
    page.get_by_text("Saved.").wait_for()

    assert "Nia Reed" not in _public(sia, commitment)
    page = nia.goes_to("/plan/own/")
    page.get_by_role("link", name="Change what is shown").click()
    page.get_by_label("Name to show with it").fill("Nia Reed")
    page.get_by_role("button", name="What is shown").click()
    page.get_by_text("Nia Reed").wait_for()
    words = _public(sia, commitment)
    assert "Say who was asked." in words
    assert "Forty workers; now in the text." in words
    assert "Nia Reed" in words
    assert "Budget doubt." not in words


def _public(officer, commitment) -> str:
    return officer.goes_to(f"/promises/{commitment.number}/").locator("main").inner_text()
