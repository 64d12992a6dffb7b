"""What people do with requests for Continued Presence at a screen: by keyboard alone, or by hand."""

from collections.abc import Mapping
from typing import Any

from playwright.sync_api import Locator, Page

from manumit.modules.continued_presence.actions.begin_request import begin_request
from manumit.modules.continued_presence.asked import QUESTIONS, STEPS, Question
from manumit.modules.continued_presence.models import Office, PresenceRequest
from manumit.modules.continued_presence.rules import REQUEST_RULES, RequestFacts
from manumit.modules.continued_presence.tests import answers, people
from manumit.spine.access.actors import actor_for
from manumit.spine.identity.actor import Actor
from manumit.spine.identity.choices import AgencyKind, Purpose, Role
from manumit.spine.identity.models import Agency, Membership

from .conftest import NAME, Officer

MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
)  # fmt: skip
ALL: Mapping[str, Any] = answers.flat(answers.ALL)


class Offices:
    """A city, the federal sponsor of Wyoming, and the agency that decides here; people join them as they are needed."""

    def __init__(self, joins: Any, city: Agency) -> None:
        self._joins, self.city = joins, city
        self.sponsor = _federal("Federal Bureau of the Plains", "FBP")
        decides = Office.objects.filter(power="decider").order_by("id").first()
        self.dhs = decides.agency if decides else _federal("Federal Office of Presence", "FOP")
        Office.objects.get_or_create(agency=self.sponsor, power="sponsor", region="WY")
        Office.objects.get_or_create(agency=self.dhs, power="decider", region="")

    def detective(self) -> Officer:
        """An investigator of the city."""
        return self._joins(self.city, Role.INVESTIGATOR)

    def supervisor(self) -> Officer:
        """A supervisor of the city."""
        return self._joins(self.city, Role.SUPERVISOR)

    def vouches(self) -> Officer:
        """Who sponsors."""
        return self._joins(self.sponsor, Role.PRESENCE_SPONSOR)

    def at_dhs(self, role: Role) -> Officer:
        """Somebody who decides, reviews or takes in."""
        return self._joins(self.dhs, role, purpose=Purpose.RECORDS)

    def behind(self, agency: Agency, *roles: Role) -> Actor:
        """Somebody who acts without a screen."""
        name = f"Behind {agency.short_name} {Membership.objects.count()}"
        return people.member_of(name, agency, tuple(role.value for role in roles), Purpose.RECORDS)

    def all_behind(self) -> people.Cast:
        """Everybody who brings a request to its grant, without a screen."""
        return {
            "detective": self.behind(self.city, Role.INVESTIGATOR),
            "supervisor": self.behind(self.city, Role.SUPERVISOR),
            "sponsor": self.behind(self.sponsor, Role.PRESENCE_SPONSOR),
            "intake": self.behind(self.dhs, Role.PRESENCE_INTAKE),
            "reviewer": self.behind(self.dhs, Role.PRESENCE_REVIEWER),
            "decider": self.behind(self.dhs, Role.PRESENCE_DECIDER),
        }


def _federal(name: str, short: str) -> Agency:
    return Agency.objects.get_or_create(name=name, defaults={"short_name": short, "kind": AgencyKind.FEDERAL})[0]


def answered(officer: Officer) -> PresenceRequest:
    """A request of this officer in which everything is answered, written without a screen."""
    actor = actor_for(officer.membership.pk, Purpose.INVESTIGATION)
    assert actor
    return people.answered(actor, begin_request(actor, region="WY"))


def required() -> list[Question]:
    """Return the questions without whose answer a request of an adult in labor trafficking cannot be signed."""
    return [QUESTIONS[name] for name in ALL if _refused({k: v for k, v in ALL.items() if k != name})]


def _refused(given: Mapping[str, Any]) -> bool:
    return bool(REQUEST_RULES.refused(RequestFacts(given)))


class Keyboard:
    """Somebody who uses no mouse; counts the screens they saw and the answers they gave."""

    def __init__(self, officer: Officer) -> None:
        self.officer, self.page = officer, officer.page
        self.screens = self.answers = 0

    def opens(self, path: str) -> None:
        """Write an address, as from a bookmark."""
        self.officer.goes_to(path)
        self._arrives()

    def goes(self, text: str) -> None:
        """Tab to a link or button called `text`, press Enter and be on the next screen."""
        self.officer.tabs_to(text)
        while not self.page.evaluate("document.activeElement.matches('a, button')"):  # a table that scrolls is a stop
            self.officer.tabs_to(text)
        with self.page.expect_navigation():
            self.page.keyboard.press("Enter")
        self._arrives()

    def _arrives(self) -> None:
        """Skip the menu, as who reads with a keyboard does."""
        self.screens += 1
        self.page.keyboard.press("Tab")
        if "#main" not in self.page.url:  # a form sent from there leads there again
            assert "Skip" in self.page.evaluate(NAME)
            self.page.keyboard.press("Enter")

    def writes(self, label: str, text: str) -> None:
        """Tab to a field and write."""
        self.officer.tabs_to(label)
        self.page.keyboard.insert_text(text)

    def answer(self, question: Question, value: Any) -> None:
        """Answer one question."""
        {"choice": self._choose, "many": self._tick, "date": self._date}.get(question.looks, self._words)(
            question, value
        )
        self.answers += 1

    def _words(self, question: Question, value: str) -> None:
        self.writes(str(question.label), value)

    def _choose(self, question: Question, value: str) -> None:
        self.selects(str(question.label), str(dict(question.choices)[value]))

    def selects(self, legend: str, option: str) -> None:
        """Tab to radio buttons and choose one with space and arrows."""
        self.officer.tabs_to(legend)
        self.page.keyboard.press("Space")
        for _press in range(9):
            if self.page.evaluate(NAME).strip().endswith(option):
                assert self.page.evaluate("document.activeElement.checked")
                return
            self.page.keyboard.press("ArrowDown")
        raise AssertionError(f"no key leads to “{option}”")

    def _tick(self, question: Question, value: list[str]) -> None:
        for code, label in question.choices:
            if code in value:
                self.officer.tabs_to(str(label))
                self.page.keyboard.press("Space")

    def _date(self, question: Question, value: str) -> None:
        year, month, day = value.split("-")
        self.officer.tabs_to(str(question.label))
        self.page.keyboard.type(MONTHS[int(month) - 1])
        for part in (day, year):
            self.page.keyboard.press("Tab")
            self.page.keyboard.insert_text(part)

    def takes(self, title: str, *, pause: bool = False, **words: str) -> None:
        """Take a step from the page of a request: its form, and where it is `serious` the pause after it."""
        self.goes(title)
        for label, text in words.items():
            self.writes(label.replace("_", " "), text)
            self.answers += 1
        self.goes(title)
        if pause:
            assert self.page.locator(".m-interruption").is_visible()
            self.goes(title)
        assert self.page.locator("#standing").is_visible(), self.page.locator("main").inner_text()


def fills(page: Page, step: str, given: Mapping[str, Any]) -> None:
    """Answer a step by hand and go on."""
    assert page.url.endswith(f"/step/{step}/"), page.url
    for question in next(each for each in STEPS if each.name == step).questions:
        if given.get(question.name):
            _fill(page, question, given[question.name])
    page.get_by_role("button", name="Save and go on").click()
    page.wait_for_url(lambda url: not url.endswith(f"/step/{step}/"))


def _fill(page: Page, question: Question, value: Any) -> None:
    field = page.locator(f"#id_{question.name}, [name={question.name}_0]").first
    if question.looks == "date":
        for place, part in enumerate((value[5:7].lstrip("0"), value[8:], value[:4])):
            part_of = page.locator(f"[name={question.name}_{place}]")
            part_of.select_option(part) if place == 0 else part_of.fill(part)
    elif question.looks in ("choice", "many"):
        for each in value if isinstance(value, list) else [value]:
            page.locator(f"[name={question.name}][value={each}] + label").click()
    else:
        field.fill(value)


def save(page: Page) -> None:
    """Press the form's own button."""
    page.locator("main form button[type=submit]").last.click()


def takes(page: Page, title: str, words: str = "", *chosen: str, pause: bool = False) -> None:
    """Take a step from the page of a request by hand, choosing what has to be chosen."""
    page.locator("#next").get_by_role("link", name=title, exact=True).click()
    for each in chosen:
        page.get_by_text(each).click()
    if words:
        page.locator("textarea[name=words]").fill(words)
    save(page)
    if pause:
        page.locator(".m-interruption").get_by_role("button").click()
    standing(page).wait_for()


def standing(page: Page) -> Locator:
    """Where a request stands, on its page."""
    return page.locator("section", has=page.locator("#standing"))
