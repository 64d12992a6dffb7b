"""A citizen, without signing in, finds what became of one promise, and nothing that nobody accepted."""

import pytest
from playwright.sync_api import Browser, Page

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
