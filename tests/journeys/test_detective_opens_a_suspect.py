"""A detective opens a person of interest on a basis, names a suspect, charges, goes to court; a supervisor reviews."""

from datetime import timedelta

import pytest
from django.utils import timezone

from manumit.modules.suspects.models import Suspect
from manumit.spine.identity.choices import Role

pytestmark = pytest.mark.browser


def save(page) -> None:
    """Press the form's own button."""
    page.locator("main form button[type=submit]").last.click()


def opens(detective, case, under_18: str) -> str:
    """Record a person of interest from the page of the case; return the address of the record."""
    page = detective.goes_to(f"/cases/{case.number}/")
    page.get_by_role("link", name="Suspects", exact=True).last.click()
    page.get_by_role("link", name="Record a person of interest").click()
    page.get_by_label("How does the person come into the case?").fill("Drove the truck")
    page.get_by_text(under_18, exact=True).click()
    page.get_by_label("Family name").fill("Marlow")
    page.get_by_label("What is known, in facts").fill("Seen with her at the depot at night")
    page.get_by_label("Who or what says so").fill("The clerk")
    page.get_by_text("Usually reliable", exact=True).click()
    page.get_by_text("Probable", exact=True).click()
    page.get_by_label("When did the agency learn it?").fill((timezone.localdate() - timedelta(days=1)).isoformat())
    page.get_by_label("Who says so?").fill("Detective Reed")
    save(page)
    page.wait_for_selector("#bases")
    return page.url[page.url.index("/suspects/") :]


def test_from_interest_to_court(joins, agency) -> None:
    detective, supervisor = joins(agency, Role.INVESTIGATOR), joins(agency, Role.SUPERVISOR)
    here = opens(detective, detective.opens(), "No, the person was an adult")
    page = detective.page
    seen = page.locator("main").inner_text()
    assert "1 day old · carries a suspicion" in seen
    assert "Person of interest" in page.locator("body").inner_text()

    page.get_by_role("link", name="Name as suspect", exact=True).click()
    page.get_by_text("A witness or victim identified the person", exact=True).click()
    save(page)
    pause = page.locator(".m-interruption")
    assert "harm them for years" in pause.inner_text()
    pause.get_by_role("button", name="Name as suspect").click()
    page.wait_for_selector("#bases")

    page.get_by_role("link", name="Add: a charge").click()
    page.get_by_text("Federal", exact=True).click()
    page.get_by_label("Statute").fill("18 USC 15911")
    page.get_by_label("What it says").fill("Sex trafficking")
    page.get_by_label("Filed on").fill(timezone.localdate().isoformat())
    page.get_by_label("Who says so?").fill("The indictment")
    save(page)
    assert "Nearest: 18 USC 1591" in page.locator("main").inner_text()
    page.get_by_label("Statute").fill("18 USC 1591")
    save(page)
    page.wait_for_selector("#bases")
    page.get_by_role("link", name="Record that charges are filed").click()
    save(page)
    page.locator(".m-interruption").get_by_role("button").click()
    page.wait_for_selector("#notices")
    assert "34 USC 20141(c)(3)(C)" in page.locator("#told").inner_text()

    page.get_by_role("link", name="Add: a court date").click()
    page.get_by_label("What for").select_option("arraignment")
    page.get_by_label("When", exact=True).fill(f"{timezone.localdate() + timedelta(days=9)}T09:30")
    page.get_by_label("Court", exact=True).fill("District court")
    page.get_by_label("Who says so?").fill("The clerk of the court")
    save(page)
    page.wait_for_selector("#notices")
    assert "District court" in detective.goes_to("/suspects/court/").locator("main").inner_text()
    assert "Suspect SU-" in detective.goes_to("/work/").locator("main").inner_text()

    page = supervisor.goes_to(here)
    page.get_by_role("link", name="Validate what is kept").click()
    page.get_by_label("Why is the information still valid?").fill("Charges are pending")
    save(page)
    page.wait_for_selector("#bases")
    assert "Validated" in page.locator("#happened").locator("xpath=..").inner_text()


def test_somebody_under_18_needs_a_supervisor(joins, agency) -> None:
    detective, supervisor = joins(agency, Role.INVESTIGATOR), joins(agency, Role.SUPERVISOR)
    here = opens(detective, detective.opens(), "Not known")
    assert "A supervisor takes the step" in detective.page.locator("main").inner_text()

    page = supervisor.goes_to(here)
    page.get_by_role("link", name="Name somebody under 18 as suspect").click()
    page.get_by_text("It is possible that they were forced", exact=True).click()
    page.get_by_text("In your own words", exact=True).first.click()
    page.locator("textarea[name=words]").fill("He was driven there by an older man")
    save(page)
    pause = page.locator(".m-interruption")
    assert "not punished" in pause.inner_text()
    pause.get_by_role("button").click()
    page.wait_for_selector("#bases")
    assert Suspect.unscoped.get(number=here.strip("/").split("/")[-1]).standing == "suspect"
    assert "Possible forced criminality" in supervisor.goes_to("/work/").locator("main").inner_text()
