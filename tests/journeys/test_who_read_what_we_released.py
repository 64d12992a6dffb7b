"""Tribal police release two field groups to the bureau for ninety days under an agreement, see who read, and recall."""

import pytest

from manumit.spine.identity.choices import AgencyKind, Role
from manumit.spine.identity.models import Agency

pytestmark = pytest.mark.browser


def test_the_preview_the_reads_and_the_recall(joins, agency) -> None:
    bureau = Agency.objects.create(
        name=f"Bureau of Red Butte {agency.pk}", short_name=f"RB{agency.pk}", kind=AgencyKind.FEDERAL
    )
    chief, agent, boss = (
        joins(agency, Role.SUPERVISOR),
        joins(bureau, Role.INVESTIGATOR),
        joins(bureau, Role.SUPERVISOR),
    )
    case = chief.opens(last_seen_city="Hardin", circumstances="Left on foot.")
    page = chief.goes_to("/exchange/agreements/new/")
    page.get_by_label("What is it called?").fill("Missing persons")
    page.get_by_label("With which agency?").select_option(label=bureau.name)
    for wanted in ("Case: People", "Case: Circumstances", "Investigation", "Never"):
        page.locator("main").get_by_text(wanted, exact=True).click()
    page.get_by_label("By what legal authority?").fill("25 USC 5701")
    today, later = page.evaluate("[0, 120].map(d => new Date(Date.now() + d * 864e5).toISOString().slice(0, 10))")
    page.get_by_label("From which day?").fill(today)
    page.get_by_label("Through which day?").fill(later)
    page.get_by_role("button", name="Save").click()
    page.get_by_role("link", name="Offer it for signature").click()
    page.get_by_role("button", name="Save").click()
    address = page.url.replace(chief._base, "")
    for officer, capacity in ((chief, "Chief of Police"), (boss, "Agent in charge")):
        signing = officer.goes_to(f"{address}sign/")
        signing.get_by_label("In what capacity do you sign?").fill(capacity)
        signing.locator("main").get_by_text("I am authorised to sign for my agency").click()
        signing.get_by_role("button", name="Save").click()
    assert "In force" in boss.goes_to(address).locator("body").inner_text()

    page = chief.goes_to(f"/exchange/case/{case.number}/release/")
    page.get_by_label("To which agency?").select_option(label=bureau.name)
    page.get_by_label("Under which agreement?").select_option(index=1)
    page.locator("main").get_by_text("People", exact=True).click()
    page.locator("main").get_by_text("Circumstances", exact=True).click()
    page.get_by_label("By what authority?").fill("Council resolution 26-14")
    page.get_by_role("button", name="See what they will see").click()
    seen = page.locator("#preview").inner_text()
    assert "Left on foot." in seen
    assert "Hardin" not in seen
    assert page.locator("#seen").inner_text() == "Summary, People, Circumstances"
    assert "Page not found" in agent.goes_to(f"/cases/{case.number}/").title(), "nothing is released by looking"
    chief.page.get_by_role("button", name="Release it").click()
    page.wait_for_selector("#releases")

    assert "Left on foot." in agent.goes_to(f"/cases/{case.number}/").locator("body").inner_text()
    reads = chief.goes_to("/exchange/readers/").locator("#readers").inner_text()
    assert bureau.name in reads
    assert "Council resolution 26-14" in reads
    assert case.number in reads
    assert bureau.name not in agent.goes_to("/exchange/readers/").locator("#readers").inner_text()
    page = chief.goes_to(f"/exchange/case/{case.number}/shared/")
    page.get_by_role("link", name="Recall").click()
    page.get_by_role("button", name="Save").click()
    page.wait_for_selector("#releases")
    assert "Page not found" in agent.goes_to(f"/cases/{case.number}/").title()
