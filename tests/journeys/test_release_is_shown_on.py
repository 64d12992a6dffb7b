"""What was released under an agreement is shown on by its receiver, by keyboard alone, until its owner recalls it."""

from datetime import timedelta

import pytest
from django.utils import timezone, translation
from playwright.sync_api import Page

from manumit.modules.cases.models import Case
from manumit.modules.exchange.tests.conftest import draft_of, put_in_force
from manumit.spine.access.models import Release, SharingTerms
from manumit.spine.identity.choices import AgencyKind, Role
from manumit.spine.identity.models import Agency
from manumit.spine.records.releasing import Terms
from manumit.spine.workflow.actions.release_record import release_record

from .conftest import Officer, actor_for

pytestmark = pytest.mark.browser
AUTHORITY = "Joint task force, order 12"
MOST = 200
"""Presses of Tab; the page of a case has many links."""


def said(language: str, text: str) -> str:
    """Return what a text of a screen is called in a language."""
    with translation.override(language):
        found = str(translation.gettext(text))
    assert language == "en" or found != text, f"not translated: {text}"
    return found


def follows(officer: Officer, link: str, until: str) -> Page:
    """Reach a link or button by Tab, press it, and wait for what is there then; a table that scrolls has focus too."""
    officer.tabs_to(link, MOST)
    while officer.page.evaluate("document.activeElement.tagName") not in {"A", "BUTTON"}:
        officer.tabs_to(link, MOST)
    with officer.page.expect_navigation():
        officer.page.keyboard.press("Enter")
    officer.page.wait_for_selector(until)
    return officer.page


def given(owner: Officer, receiver: Officer, agency: Agency) -> tuple[Case, Release]:
    """Return a case of the owner's, and its release to the receiver's agency, which may show it on."""
    ada, fay = (actor_for(each.membership.pk, "investigation") for each in (owner, receiver))
    assert ada
    assert fay
    put_in_force(ada, fay, draft_of(agency, onward="yes"))
    case, under = owner.opens(last_seen_city="Hardin"), SharingTerms.objects.latest("pk")
    ends = timezone.now() + timedelta(days=30)
    terms = Terms(agency.pk, frozenset({"people"}), frozenset({"investigation"}), "Council", ends, under=under)
    return case, release_record(ada, case, terms)


@pytest.mark.parametrize("language", ["en", "es"])
def test_the_receiver_shows_it_on_and_the_owner_ends_the_chain(joins, agency, language) -> None:
    number = agency.pk
    bureau = Agency.objects.create(name=f"Bureau {number}", short_name=f"BU{number}", kind=AgencyKind.FEDERAL)
    county = Agency.objects.create(name=f"Zenith {number} County", short_name=f"ZC{number}", kind=AgencyKind.LOCAL)
    owner = joins(agency, Role.SUPERVISOR, Role.INVESTIGATOR, language=language)
    receiver = joins(bureau, Role.SUPERVISOR, Role.INVESTIGATOR, language=language)
    third = joins(county, Role.INVESTIGATOR, language=language)
    case, first = given(owner, receiver, bureau)
    nowhere = said(language, "Page not found")
    address = f"/cases/{case.number}/"
    assert nowhere in third.goes_to(address).title()

    receiver.goes_to("/exchange/received/")
    follows(receiver, said(language, "Showing it on"), "#rule")
    page = follows(receiver, said(language, "Show it on"), "form")
    receiver.tabs_to(said(language, "To which agency?"))
    page.keyboard.type(f"Zenith {number}")
    receiver.tabs_to(said(language, "People"))
    page.keyboard.press("Space")
    receiver.tabs_to(said(language, "By what authority?"))
    page.keyboard.type(AUTHORITY)
    page = follows(receiver, said(language, "Save"), "#onward")
    row = page.locator("#onward tbody").inner_text()
    assert (county.name in row, AUTHORITY in row) == (True, True)

    seen = third.goes_to(address).locator("body").inner_text()
    assert "Tallgrass, Rosa" in seen
    assert "Hardin" not in seen, "no wider than it was released"
    theirs = Release.objects.get(onward_of=first)
    assert nowhere in third.goes_to(f"/exchange/case/{case.number}/on/{theirs.pk}/").title(), "no further"

    owner.goes_to(address)
    page = follows(owner, said(language, "Share, release, recall"), "#releases")
    chain = page.locator("#releases tr.onward").inner_text()
    assert (bureau.name in chain, county.name in chain) == (True, True)
    assert county.name in owner.goes_to(f"{address}readers/").locator("#readers").inner_text()
    owner.goes_to(f"/exchange/case/{case.number}/shared/")
    follows(owner, f"{said(language, 'Recall')} {bureau.name}", "form")
    page = follows(owner, said(language, "Save"), "#releases")
    assert bureau.name not in page.locator("#releases").inner_text()
    assert county.name not in page.locator("#releases").inner_text()
    for each in (receiver, third):
        assert nowhere in each.goes_to(address).title(), "the chain ends with its first link"
    assert case.number not in third.goes_to("/cases/").content()
    assert county.name in owner.goes_to(f"/exchange/case/{case.number}/shared/").locator("#ended").inner_text()
