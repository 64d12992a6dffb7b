"""An intake officer takes a report at night on a telephone's screen, with a keyboard alone."""

import pytest

from manumit.spine.identity.choices import Role

pytestmark = pytest.mark.browser


def test_a_missing_person_is_on_file_without_touching_a_pointer(joins, agency) -> None:
    officer = joins(agency, Role.INTAKE, phone=True)
    page, keys = officer.goes_to("/"), officer.page.keyboard
    officer.tabs_to("Open a case")
    keys.press("Enter")
    page.wait_for_url("**/cases/new/")
    officer.tabs_to("A life is in danger")
    keys.press("Space")
    for label, typed in (("Given names", "Ama"), ("Family name", "Longfeather"), ("Age", "17")):
        officer.tabs_to(label)
        keys.type(typed)
    officer.tabs_to("When last seen?")
    keys.type("about 5/2024")
    officer.tabs_to("In which state?")
    keys.type("Montana")
    officer.tabs_to("What happened?")
    keys.type("Left school on foot and did not come home.")
    keys.press("Tab")
    keys.press("Enter")  # who says so was forgotten

    page.wait_for_selector(".m-errors")
    assert "m-errors" in page.evaluate("document.activeElement.className"), "the errors do not get focus"
    keys.press("Tab")
    keys.press("Enter")
    keys.type("Grandmother, at the desk")
    keys.press("Enter")

    page.wait_for_selector(".m-identity")
    bar = page.locator(".m-identity").inner_text()
    assert "Missing person: Longfeather, Ama" in bar
    assert "Acute" in bar
    assert agency.name in bar
    facts = page.locator("main").inner_text()
    assert "Grandmother, at the desk" in facts
    assert "About May 2024" in facts
    assert page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth")
    officer.goes_to("/")
    assert "1 case" in page.locator("main li", has_text="Acute").inner_text()
