"""A citizen, without signing in, finds what became of one promise, and nothing that nobody accepted."""

from datetime import date

import pytest
from playwright.sync_api import Browser, Page

from manumit.modules.action_plan.actions.draft_update import draft_update
from manumit.modules.action_plan.actions.file_commitment import file_commitment
from manumit.modules.action_plan.actions.give_evidence import give_evidence
from manumit.modules.action_plan.actions.move_due_date import move_due_date
from manumit.modules.action_plan.actions.move_update import move_update
from manumit.modules.action_plan.actions.publish_commitment import publish_commitment
from manumit.spine.access.actors import actor_for
from manumit.spine.identity.choices import Purpose, Role

from ..accessibility.browser import PHONE

pytestmark = [pytest.mark.browser, pytest.mark.slow]


@pytest.fixture
def page(chromium: Browser) -> Page:
    context = chromium.new_context(viewport={"width": PHONE[0], "height": PHONE[1]}, locale="en")
    yield context.new_page()
    context.close()


def test_a_citizen_finds_what_became_of_a_promise(site, page: Page) -> None:
    page.goto(f"{site[0]}/promises/")
    page.get_by_label("Words").fill("surveys")
    page.get_by_role("button", name="Show").click()
    page.wait_for_url("**q=surveys**")
    page.get_by_text("promises", exact=False).first.wait_for()
    page.get_by_role("link", name="Publish surveys", exact=True).click()
    page.get_by_role("heading", name="Publish surveys", level=1).wait_for()
    page.get_by_role("heading", name="What the agencies report").wait_for()
    words = page.locator("main").inner_text()
    assert "Two are done." not in words, "a report that the secretariat has not accepted is public"
    assert "Who was asked?" not in words
    page.get_by_role("link", name="Español").click()
    page.get_by_role("heading", name="Qué se prometió", exact=True).wait_for()


def test_what_became_of_it_is_there_with_evidence_and_the_day_it_slipped(site, page: Page, joins, agency) -> None:
    sia, cora, lena = (
        actor_for(joins(agency, role, purpose=Purpose.RECORDS).membership.pk, Purpose.RECORDS)
        for role in (Role.SECRETARIAT, Role.PLAN_CONTACT, Role.PLAN_LEAD)
    )
    told = {"agency_code": agency.short_name, "verb": "open", "thing": "a night line", "due_on": date(2026, 6, 30)}
    said = {"title": "Open a night line", "sentence": "We will open a night line.", "made_on": date(2025, 2, 14)}
    commitment = file_commitment(sia, {**told, **said}, source="Sheet")
    publish_commitment(sia, commitment, expected_version=commitment.version)
    commitment.refresh_from_db()
    flooded = "The building flooded."
    move_due_date(sia, commitment, date(2026, 9, 30), reason=flooded, expected_version=commitment.version)
    give_evidence(cora, commitment, {"evidence_kind": "web_page", "title": "The line", "url": "https://example.org/"})
    update = draft_update(
        cora, commitment, "2026-Q3", {"status": "completed", "public_text": "It answers every night."}
    )
    for actor, step in ((cora, "submit"), (lena, "approve"), (sia, "accept")):
        update = move_update(actor, update, step, expected_version=update.version)

    page.goto(f"{site[0]}/promises/?agency={agency.short_name}&status=completed")
    page.get_by_role("link", name="Open a night line", exact=True).click()
    page.get_by_role("heading", name="Open a night line", level=1).wait_for()
    words = page.locator("main").inner_text()
    for each in ("Completed", "We will open a night line.", "The building flooded.", "It answers every night."):
        assert each in words
    assert page.locator("s", has_text="2026-06-30").count() == 1, "the day that slipped stays in sight"
    assert page.get_by_role("link", name="The line").get_attribute("href") == "https://example.org/"
