"""What the frame around every page does: menus, quick exit, language, the end of a session."""

import pytest

from .browser import PHONE

pytestmark = pytest.mark.browser


def test_escape_closes_a_menu_and_gives_focus_back(visit) -> None:
    page = _home(visit).page
    page.locator(".m-pillar summary").nth(2).press("Enter")
    assert page.locator(".m-pillar[open]").count() == 1
    page.keyboard.press("Tab")
    page.keyboard.press("Escape")
    assert page.locator(".m-pillar[open]").count() == 0
    assert page.evaluate("document.activeElement.tagName") == "SUMMARY"


def test_one_menu_is_open_at_a_time(visit) -> None:
    page = _home(visit).page
    page.locator(".m-pillar summary").nth(0).click()
    page.locator(".m-pillar summary").nth(1).click()
    assert page.locator(".m-pillar[open]").count() == 1


def test_the_menu_opens_on_a_phone_and_escape_closes_it(visit) -> None:
    page = _home(visit, size=PHONE).page
    assert not page.locator("#menu").is_visible()
    page.get_by_role("button", name="Menu").click()
    assert page.locator("#menu").is_visible()
    page.keyboard.press("Escape")
    assert not page.locator("#menu").is_visible()


def test_the_skip_link_leads_to_the_content(visit) -> None:
    page = _home(visit).page
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "main"


def test_shift_three_times_leaves_and_ends_the_session(visit) -> None:
    visitor = visit("bob")
    visitor.open("/style-guide/")
    for _press in range(3):
        visitor.page.keyboard.press("Shift")
    visitor.page.wait_for_url("**/sign-in/?left")
    assert [cookie["name"] for cookie in visitor.page.context.cookies()] == ["csrftoken"]


def test_other_keys_between_do_not_leave(visit) -> None:
    visitor = visit("")
    visitor.open("/sign-in/")
    for key in ("Shift", "a", "Shift", "Shift"):
        visitor.page.keyboard.press(key)
    visitor.page.wait_for_timeout(200)
    assert visitor.page.url.endswith("/sign-in/")


def test_the_language_changes_where_one_is(visit) -> None:
    visitor = visit("charlie")  # whose session keeps the choice: nobody else's pages may change with it
    visitor.open("/style-guide/?type=missing")
    visitor.page.get_by_role("button", name="Español").click()
    assert visitor.page.url.endswith("/style-guide/?type=missing")
    assert visitor.page.get_attribute("html", "lang") == "es"


def test_an_error_summary_gets_focus_and_leads_to_the_field(visit) -> None:
    visitor = visit()
    visitor.open("/style-guide/")
    page = visitor.page
    assert page.evaluate("document.activeElement.className").find("m-errors") > 0
    page.locator(".m-errors a").nth(1).press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('.usa-memorable-date') !== null")


def test_the_end_of_the_session_is_announced_and_can_be_put_off(visit) -> None:
    page = _home(visit).page
    page.evaluate("manumit.sessionSecondsLeft(90)")
    dialog = page.get_by_role("dialog", name="Your session will lock soon")
    assert dialog.is_visible()
    assert page.evaluate("document.activeElement.textContent") == "Keep working"
    with page.expect_response("**/session/") as kept:
        page.keyboard.press("Enter")
    assert kept.value.status == 204
    assert not dialog.is_visible()


def _home(visit, **options):
    visitor = visit(**options)
    visitor.open("/")
    return visitor
