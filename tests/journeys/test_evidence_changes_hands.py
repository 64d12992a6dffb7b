"""A detective takes a jacket, seals it, sends it to a laboratory; a supervisor decides how long it is kept."""

import pytest

from manumit.modules.evidence.models import CustodyStep, EvidenceItem
from manumit.spine.identity.choices import Role

pytestmark = pytest.mark.browser


def save(page) -> None:
    """Press the form's own button."""
    page.locator("main form button[type=submit]").last.click()


def takes(detective, case) -> str:
    """Take a jacket from the page of the case; return the address of the item."""
    page = detective.goes_to(f"/cases/{case.number}/")
    page.get_by_role("link", name="Evidence", exact=True).last.click()
    page.get_by_role("link", name="Take into evidence").click()
    page.get_by_text("Object", exact=True).click()
    page.get_by_label("What is it?").fill("Red jacket")
    page.get_by_label("Who took it?").fill("Detective Reed")
    page.get_by_label("Who says so?").fill("Detective Reed")
    save(page)
    page.wait_for_selector("#steps")
    return page.url[page.url.index("/evidence/") :]


def test_evidence_changes_hands(joins, agency) -> None:
    detective, supervisor = joins(agency, Role.INVESTIGATOR), joins(agency, Role.SUPERVISOR)
    here = takes(detective, detective.opens())
    page = detective.page
    assert "Nobody: destroyed" in page.locator("main").inner_text()

    page.get_by_role("link", name="Correct what is known").click()
    page.get_by_label("What is it?").fill("Red jacket, torn")
    page.get_by_label("Who says so?").fill("Detective Reed")
    save(page)
    page.wait_for_selector("#steps")
    assert "Red jacket, torn" in page.locator("body").inner_text()

    page.get_by_role("link", name="A laboratory").click()
    page.get_by_label("To which?").fill("State laboratory")
    page.get_by_label("What is to be examined?").fill("DNA")
    page.get_by_label("Why?").fill("Examination")
    page.get_by_label("Number of receipt, tracking or reference").fill("L-77")
    page.get_by_label("Who received it there?").fill("A clerk")
    save(page)
    assert "seal it first" in page.locator("main").inner_text()

    page = detective.goes_to(here)
    page.get_by_role("link", name="Seal it", exact=True).click()
    page.get_by_label("Number of the seal").fill("S-1001")
    save(page)
    page.wait_for_selector("#steps")
    page.get_by_role("link", name="A laboratory").click()
    page.get_by_label("To which?").fill("State laboratory")
    page.get_by_label("What is to be examined?").fill("DNA")
    page.get_by_label("Why?").fill("Examination")
    page.get_by_text("Intact, and the number agrees", exact=True).click()
    page.get_by_label("Number of receipt, tracking or reference").fill("L-77")
    page.get_by_label("Who received it there?").fill("A clerk")
    save(page)
    page.wait_for_selector("#steps")
    chain = page.locator("#steps").inner_text()
    assert "State laboratory" in chain
    assert "S-1001" in chain
    onward = page.locator("main").inner_text()
    assert "A court" not in onward  # from the laboratory it comes to a person, or into the post, first

    page.get_by_role("link", name="Record the result").click()
    page.get_by_label("What did it find?").fill("A profile of one person")
    page.get_by_label("Who signed the report?").fill("Dr. Ames")
    page.locator("[name=reported_on_0]").select_option("1")
    page.locator("[name=reported_on_1]").fill("5")
    page.locator("[name=reported_on_2]").fill("2026")
    save(page)

    page = supervisor.goes_to(here)
    page.get_by_role("link", name="How long it is kept").click()
    page.get_by_label("By which schedule, order or statute?").fill("Schedule 12")
    save(page)
    page.wait_for_selector("#steps")
    assert "Schedule 12" in page.locator("main").inner_text()
    item = EvidenceItem.unscoped.get(number=here.strip("/").split("/")[-1])
    steps = CustodyStep.unscoped.filter(item=item).order_by("number")
    assert [step.to_hand.partition(":")[0] for step in steps] == ["person", "laboratory"]
