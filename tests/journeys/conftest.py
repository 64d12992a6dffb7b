"""People who sign in and work in a real browser; they and their cases are invented."""

from collections.abc import Callable
from itertools import count

import pytest
from playwright.sync_api import Browser, Page

from manumit.modules.cases.actions.open_case import Report, open_case
from manumit.modules.cases.models import Case
from manumit.spine.access.actors import actor_for
from manumit.spine.identity.choices import AgencyKind, Purpose, Role
from manumit.spine.identity.models import Agency, Membership

from ..accessibility import world
from ..accessibility.browser import DESKTOP, PHONE
from ..accessibility.conftest import chromium, site

MOST_TABS = 60
_names = count(1)
Joins = Callable[..., "Officer"]


class Officer:
    """Somebody at a screen: a membership and a page of a browser."""

    def __init__(self, membership: Membership, page: Page, base: str) -> None:
        self.membership = membership
        self.page = page
        self._base = base

    def goes_to(self, path: str) -> Page:
        """Open `path`."""
        self.page.goto(self._base + path)
        return self.page

    def tabs_to(self, text: str, most: int = MOST_TABS) -> None:
        """Press Tab until what has focus is called `text`, `most` times at most."""
        for _press in range(most):
            self.page.keyboard.press("Tab")
            if text in self.page.evaluate(NAME):
                return
        raise AssertionError(f"{most} presses of Tab do not reach “{text}”")

    def opens(self, family_name: str = "Tallgrass", **values: str) -> Case:
        """Have a case of a missing person on file, opened without the browser."""
        actor = actor_for(self.membership.pk, Purpose.INVESTIGATION)
        assert actor
        facts = {"case_type": "missing", "last_seen_precision": "unknown", "last_seen_state": "MT", **values}
        person = {"role": "missing", "given_names": "Rosa", "family_name": family_name, "sex": "female"}
        return open_case(actor, Report(facts, source="Mother, by telephone", people=[person]))


@pytest.fixture
def agency(site) -> Agency:
    """The agency whose case it is."""
    number = next(_names)
    return Agency.objects.create(name=f"Long Ridge Police {number}", short_name=f"LRP{number}", kind=AgencyKind.TRIBAL)


@pytest.fixture
def joins(site, chromium: Browser):
    """Let somebody join an agency and sit down at a screen: `joins(agency, Role.INTAKE, phone=True, language="es")`."""
    contexts = []

    def join(
        agency: Agency, *roles: Role, phone: bool = False, purpose: Purpose = Purpose.INVESTIGATION,
        language: str = "en",
    ) -> Officer:  # fmt: skip
        membership = world.member(f"Officer{next(_names)} Reed", agency, *roles)
        width, height = PHONE if phone else DESKTOP
        context = chromium.new_context(viewport={"width": width, "height": height}, locale=language, timezone_id="UTC")
        cookies = {"sessionid": world.session_of(membership, language, purpose), "django_language": language}
        context.add_cookies([{"name": name, "value": value, "url": site[0]} for name, value in cookies.items()])
        contexts.append(context)
        page = context.new_page()
        page.set_default_timeout(10_000)
        return Officer(membership, page, site[0])

    yield join
    for context in contexts:
        context.close()


NAME = """() => {
  const element = document.activeElement;
  const label = element.labels && element.labels.length ? element.labels[0].textContent : "";
  const set = element.closest("fieldset");
  const legend = set && set.querySelector("legend") ? set.querySelector("legend").textContent + " " : "";
  return label ? legend + label : element.textContent;
}"""
