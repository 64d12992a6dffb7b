"""A contact answers a whole quarter on one page, by keyboard, and hands it to the lead; what lacks evidence says so."""

import pytest

from manumit.modules.action_plan.actions.file_commitment import file_commitment
from manumit.modules.action_plan.models import ProgressUpdate
from manumit.spine.access.actors import actor_for
from manumit.spine.identity.choices import Purpose, Role

pytestmark = [pytest.mark.browser, pytest.mark.slow]
TITLES = ("Publish four surveys", "Train inspectors", "Open an office")


def test_three_promises_on_one_page(joins, agency) -> None:
    keeper = joins(agency, Role.SECRETARIAT, purpose=Purpose.RECORDS)
    actor = actor_for(keeper.membership.pk, Purpose.RECORDS)
    told = {"agency_code": agency.short_name, "verb": "do", "thing": "it"}
    surveys, train, office = (file_commitment(actor, {**told, "title": title}, source="Sheet") for title in TITLES)

    cora = joins(agency, Role.PLAN_CONTACT, purpose=Purpose.RECORDS)
    page = cora.goes_to("/plan/quarter/")
    page.get_by_text("0 of 3 answered.").wait_for()
    _answers(page, surveys, "in_progress", "Two of four are out.")
    _answers(page, train, "completed", "All are trained.")
    page.get_by_label(f"What the public may read – {office.title}").focus()  # noqa: RUF001 - as the page writes it
    page.keyboard.type("Half an answer")
    page.get_by_role("button", name="Save and hand to the lead").click()
    page.get_by_text("Some answers are incomplete").wait_for()
    assert page.locator(f"[id='{surveys.number}-public_text']").input_value() == "Two of four are out.", "nothing lost"

    _answers(page, office, "delayed", "The lease fell through.")
    page.locator(f"[id='{office.number}'] summary").press("Enter")
    page.locator(f"[id='{office.number}-reason']").fill("No lease")
    page.locator(f"[id='{office.number}-new_due_on']").fill("2030-06-30")
    page.get_by_role("button", name="Save and hand to the lead").click()
    page.get_by_text("needs evidence").wait_for()
    states = dict(ProgressUpdate.unscoped.filter(owner=agency).values_list("commitment__title", "state"))
    assert states == dict(zip(TITLES, ("submitted", "draft", "submitted"), strict=True))


def _answers(page, commitment, status: str, words: str) -> None:
    page.locator(f"[id='{commitment.number}-status']").select_option(status)
    page.locator(f"[id='{commitment.number}-public_text']").fill(words)
