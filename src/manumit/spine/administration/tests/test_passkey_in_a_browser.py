"""Setting up a passkey and signing in with it in a real browser with a virtual authenticator."""

import os
from collections.abc import Iterator

import pytest
from playwright.sync_api import Page, Route, sync_playwright
from pytest_django.live_server_helper import LiveServer

from manumit.spine.identity.choices import AgencyKind, Role
from manumit.spine.identity.models import Agency, LinkReason

from ..actions.issue_link import issue_link
from .conftest import member
from .factors import factors_of

pytestmark = [pytest.mark.browser, pytest.mark.committed]
CHROMIUM = os.environ.get("MANUMIT_CHROMIUM", "/usr/bin/chromium")
FLAGS = ["--headless", "--no-sandbox", "--disable-gpu", "--disable-background-networking"]
AUTHENTICATOR = {
    "protocol": "ctap2", "transport": "internal", "hasResidentKey": True, "hasUserVerification": True,
    "isUserVerified": True, "automaticPresenceSimulation": True,
}  # fmt: skip


@pytest.fixture
def page(transactional_db, monkeypatch) -> Iterator[Page]:
    """A page of a browser whose device has an authenticator; it fails where the page's policy was broken."""
    monkeypatch.setenv("DJANGO_ALLOW_ASYNC_UNSAFE", "true")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        opened = browser.new_page()
        complaints: list[str] = []
        opened.on("console", lambda message: complaints.append(message.text) if message.type == "error" else None)
        device = opened.context.new_cdp_session(opened)
        device.send("WebAuthn.enable")
        device.send("WebAuthn.addVirtualAuthenticator", {"options": AUTHENTICATOR})
        yield opened
        browser.close()
    assert complaints == []


@pytest.fixture
def site(transactional_db) -> Iterator[str]:
    """The address of a server; passkeys need a name, 127.0.0.1 is none."""
    server = LiveServer("localhost")
    yield server.url
    server.stop()


def test_a_passkey_is_set_up_signs_in_and_unlocks(site: str, page: Page) -> None:
    agency = Agency.objects.create(name="Cedar Bend Tribal Police", short_name="CBTP", kind=AgencyKind.TRIBAL)
    person = member("bob@cedar.example", agency, Role.INVESTIGATOR).person
    page.goto(f"{site}/sign-in/link/{issue_link(person, LinkReason.SET_UP)}/")
    page.get_by_role("button", name="Continue").click()
    page.get_by_role("link", name="Set up a passkey").click()
    page.get_by_role("button", name="Set up the passkey").click()
    page.wait_for_url("**/account/recovery-codes/")
    assert factors_of(person) == {"webauthn", "recovery_codes"}
    page.get_by_role("link", name="Continue").click()
    _choose(page)
    page.goto(f"{site}/account/")
    page.get_by_role("button", name="Sign out").click()
    page.wait_for_url("**/sign-in/")
    page.get_by_role("button", name="Sign in with a passkey").click()
    page.wait_for_url("**/purpose/")
    _choose(page)
    page.goto(f"{site}/people/")
    page.get_by_role("button", name="Lock").click()
    page.wait_for_url("**/lock/**")
    page.get_by_role("button", name="Unlock with a passkey").click()
    page.wait_for_url("**/people/")


def test_the_button_waits_until_its_script_listens(site: str, page: Page) -> None:
    agency = Agency.objects.create(name="Cedar Bend Tribal Police", short_name="CBTP", kind=AgencyKind.TRIBAL)
    person = member("bob@cedar.example", agency, Role.INVESTIGATOR).person
    page.goto(f"{site}/sign-in/link/{issue_link(person, LinkReason.SET_UP)}/")
    page.get_by_role("button", name="Continue").click()
    held: list[Route] = []
    page.route("**/mfa/js/webauthn.js", lambda route: held.append(route))  # noqa: PLW0108 - a built-in cannot be marked as Playwright marks it
    page.get_by_role("link", name="Set up a passkey").click(no_wait_after=True)
    button = page.get_by_role("button", name="Set up the passkey")
    button.wait_for(state="visible")
    page.wait_for_timeout(200)
    assert button.is_disabled()
    held[0].continue_()
    button.click()
    page.wait_for_url("**/account/recovery-codes/")


def test_a_passkey_refused_is_said_on_the_page(site: str, page: Page) -> None:
    page.goto(f"{site}/sign-in/")
    page.evaluate(
        "() => { navigator.credentials.get = () => Promise.reject(new DOMException('no', 'NotAllowedError')) }"
    )
    assert page.get_by_text("The passkey was not used").is_hidden()
    page.get_by_role("button", name="Sign in with a passkey").click()
    page.get_by_text("The passkey was not used").wait_for(state="visible")


def _choose(page: Page) -> None:
    page.get_by_text("Investigation", exact=True).click()
    page.get_by_role("button", name="Continue").click()
    page.wait_for_url(lambda address: "/purpose/" not in address)
