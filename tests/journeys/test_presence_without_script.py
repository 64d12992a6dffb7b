"""The whole form, from its beginning to the signature, with JavaScript off."""

import pytest
from playwright.sync_api import Browser

from manumit.modules.continued_presence.models import PresenceRequest
from manumit.modules.continued_presence.tests.answers import ALL
from manumit.spine.identity.choices import Role
from manumit.spine.identity.models import Agency

from ..accessibility import world
from .presence import Offices, fills, standing, takes

pytestmark = pytest.mark.browser


def test_the_whole_form_works_without_script(site, chromium: Browser, joins, agency: Agency) -> None:
    Offices(joins, agency)
    session = world.session_of(world.member("Scriptless Reed", agency, Role.INVESTIGATOR), "en")
    context = chromium.new_context(locale="en", java_script_enabled=False)
    try:
        context.add_cookies([{"name": "sessionid", "value": session, "url": site[0]}])
        page = context.new_page()
        page.goto(f"{site[0]}/presence-new/")
        page.get_by_label("State of your agency").select_option("WY")
        page.get_by_role("button", name="Begin", exact=True).click()
        for step, given in ALL.items():
            fills(page, step, given)
        assert "Nothing: the request can be signed." in page.locator("#missing").inner_text()
        takes(page, "Sign and send to the supervisor", pause=True)
        assert "With the supervisor" in standing(page).inner_text()
        number = page.url.rstrip("/").split("/")[-1]
        assert PresenceRequest.unscoped.get(number=number).state == "concurrence"
    finally:
        context.close()
