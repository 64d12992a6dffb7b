"""An aunt tells what she saw, at night, without a name or script; triage links it, and she reads the answer."""

from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from manumit.modules.tips.models import TipDesk
from manumit.spine.identity.choices import Role
from manumit.spine.identity.models import Agency

from ..accessibility.browser import PHONE

pytestmark = pytest.mark.browser
SEEN = "My niece got into a grey van at the bus depot. The driver called her by another name."
IDENTIFYING = {"cookie", "authorization", "x-csrftoken", "x-requested-with", "sec-ch-ua-model", "dnt", "from"}
"""Headers that would let a server know a browser again; what every browser sends of itself is not among them."""


class Aunt:
    """A telephone in a dark room: a browser of its own, and everything it asked for and was sent."""

    def __init__(self, page: Page, base: str) -> None:
        self.page, self.base = page, base
        self.asked: list[Any] = []
        self.answered: list[Any] = []
        page.on("request", self._asks)
        page.on("response", self._hears)

    def _asks(self, request: Any) -> None:
        self.asked.append(request)

    def _hears(self, response: Any) -> None:
        self.answered.append(response)

    def opens(self, path: str) -> Page:
        """Go to `path`."""
        self.page.goto(self.base + path)
        return self.page

    def left_traces(self) -> list[str]:
        """Return every request elsewhere, identifying header, cookie, and what is stored."""
        elsewhere = [each.url for each in self.asked if not each.url.startswith(self.base)]
        headers = [name for each in self.asked for name in each.all_headers() if name in IDENTIFYING]
        referred = [each.url for each in self.asked if "/tip" in each.all_headers().get("referer", "")]
        cookies = [each.url for each in self.answered if "set-cookie" in each.all_headers()]
        return [*elsewhere, *headers, *referred, *cookies, *map(str, self.page.context.cookies())]


@pytest.fixture
def aunt(chromium: Browser, site) -> Any:
    """Somebody without an account, on a telephone, with JavaScript off."""
    context = chromium.new_context(
        viewport={"width": PHONE[0], "height": PHONE[1]}, locale="en", java_script_enabled=False
    )
    page = context.new_page()
    page.set_default_timeout(10_000)
    yield Aunt(page, site[0])
    context.close()


@pytest.fixture
def desk(agency: Agency) -> TipDesk:
    """The agency takes tips from the public."""
    return TipDesk.objects.create(agency=agency, address=agency.short_name.lower())


def tells(aunt: Aunt, desk: TipDesk, case: str) -> tuple[str, str]:
    """Tell what she saw, and return number and secret."""
    page = aunt.opens(f"/tip/at/{desk.address}/?case={case}")
    words = page.locator("main").inner_text()
    assert words.index("911") < words.index("Is somebody in danger now?\n") or "Call or text 911" in words
    page.get_by_label("What happened, or what do you know?").fill(SEEN)
    page.get_by_label("Was there a vehicle?").fill("Grey van, plate began with 7")
    page.get_by_role("group", name="Is it safe for us to contact you?").get_by_text("No", exact=True).click()
    page.get_by_role("button", name="Send").click()
    page.get_by_role("heading", name="We have it. Thank you.").wait_for()
    return page.locator("#number").inner_text(), page.locator("#secret").inner_text()


def reads(aunt: Aunt, number: str, secret: str) -> str:
    """Come back with number and secret, and return what she reads."""
    page = aunt.opens("/tip/back/")
    page.get_by_label("Number of your tip").fill(number.lower())
    page.get_by_label("Your secret").fill(secret.replace("-", " "))
    page.get_by_role("button", name="Open").click()
    page.get_by_role("heading", name="What was said").wait_for()
    return page.locator("main").inner_text()


def test_aunt_leaves_a_tip_and_reads_the_answer(aunt: Aunt, desk: TipDesk, agency: Agency, joins) -> None:
    detective = joins(agency, Role.INVESTIGATOR)
    case = detective.opens()
    number, secret = tells(aunt, desk, case.number)
    assert "Nobody has answered yet." in reads(aunt, number, secret)
    assert detective.goes_to(f"/tips/{number}/").locator("h1").inner_text() == "Page not found"

    officer = joins(agency, Role.TRIAGE, Role.INVESTIGATOR)
    page = officer.goes_to("/tips/queue/")
    page.get_by_role("link", name=number).click()
    page.get_by_text(SEEN).wait_for()
    page.get_by_role("link", name="Triage", exact=True).last.click()
    page.get_by_text("High", exact=True).click()
    page.get_by_role("button", name="Triage").click()
    page.get_by_role("link", name="Link it to a case").click()
    assert page.get_by_label("Number of the case").input_value() == case.number
    page.get_by_label("Why may it concern the case?").fill("The same depot, the same evening")
    page.get_by_role("button", name="Save").click()
    page.get_by_role("link", name="Answer whoever gave it").click()
    page.get_by_label("Answer").fill("Thank you. Did you see more of the plate?")
    page.get_by_role("button", name="Save").click()
    page.get_by_text("Did you see more of the plate?").first.wait_for()

    detective.goes_to(f"/tips/of/case/{case.number}/").get_by_role("link", name=number).click()
    detective.page.get_by_text("The same depot, the same evening").wait_for()

    assert "Did you see more of the plate?" in reads(aunt, number, secret)
    aunt.page.get_by_label("Add something, or answer").fill("It ended with 4K")
    aunt.page.get_by_role("button", name="Send").click()
    aunt.page.get_by_text("We have what you added.").wait_for()
    assert "It ended with 4K" in officer.goes_to(f"/tips/{number}/").locator("main").inner_text()
    assert aunt.left_traces() == []


def test_with_script_the_pages_store_and_ask_nothing_either(chromium: Browser, site, desk: TipDesk) -> None:
    context = chromium.new_context(locale="es")
    try:
        aunt = Aunt(context.new_page(), site[0])
        for path in ("/tip/", f"/tip/at/{desk.address}/?language=es", "/tip/back/?language=es"):
            page = aunt.opens(path)
            stored = "[...Object.keys(localStorage), ...Object.keys(sessionStorage)]"
            assert page.evaluate(stored) == []
            assert page.evaluate("indexedDB.databases().then(found => found.length)") == 0
            assert page.evaluate("navigator.serviceWorker.getRegistrations().then(found => found.length)") == 0
            assert page.evaluate("document.cookie") == ""
        page.get_by_role("button", name="Salida rápida").click()
        page.wait_for_url("**/sign-in/?left")
        within = [each for each in aunt.answered if "/tip/" in each.url]
        assert all("set-cookie" not in each.all_headers() for each in within)
        assert all(each.url.startswith(site[0]) for each in aunt.asked)
        assert [each for each in aunt.asked if "/tip" in each.all_headers().get("referer", "")] == []
    finally:
        context.close()
