"""An agency asks another for a case it knows by number, is offered less, accepts, and reads that and no more."""

import pytest

from manumit.spine.identity.choices import AgencyKind, Role
from manumit.spine.identity.models import Agency

pytestmark = pytest.mark.browser


def test_the_asker_accepts_less_and_reads_that_alone(joins, agency) -> None:
    bureau = Agency.objects.create(
        name=f"Bureau of Elk Ford {agency.pk}", short_name=f"EF{agency.pk}", kind=AgencyKind.FEDERAL
    )
    chief, agent = joins(agency, Role.SUPERVISOR), joins(bureau, Role.INVESTIGATOR)
    case = chief.opens(last_seen_city="Hardin", circumstances="Left on foot.")

    page = agent.goes_to("/exchange/requests/new/")
    page.get_by_label("Which agency do you ask?").select_option(label=agency.name)
    page.get_by_label("About which number?").fill(case.number)
    for wanted in ("Case: People", "Case: Circumstances"):
        page.locator("main").get_by_text(wanted, exact=True).click()
    page.get_by_label("By what legal authority?").fill("18 USC 1591")
    page.get_by_label("What do you need it for?").fill("The same truck was seen in a case of ours.")
    page.get_by_role("button", name="Save").click()
    page.wait_for_selector("#asked")
    assert "What the number means here" not in page.locator("main").inner_text(), "the asker is told of nothing held"
    address = page.url.replace(agent._base, "")
    assert "Page not found" in agent.goes_to(f"/cases/{case.number}/").title()

    page = chief.goes_to("/exchange/requests/?side=in")
    page.get_by_role("link", name=address.split("/")[-2]).click()
    assert case.number in page.locator("#held").inner_text()
    page.get_by_role("link", name="Answer with a release").click()
    assert page.get_by_label("Which record of yours is it?").input_value() == case.number
    page.locator("main").get_by_text("Case: Circumstances", exact=True).click()
    page.get_by_label("By what authority?").fill("Chief's order 7")
    page.get_by_label("A word to them, where you give less").fill("Names alone for now.")
    page.get_by_role("button", name="See what they will see").click()
    assert page.locator("#seen").inner_text() == "Summary, People"
    assert "Left on foot." not in page.locator("#preview").inner_text()
    page.get_by_role("button", name="Offer it").click()
    page.wait_for_selector("#offer")
    assert "Page not found" in agent.goes_to(f"/cases/{case.number}/").title(), "an offer releases nothing"

    page = agent.goes_to(address)
    assert "Names alone for now." in page.locator("main").inner_text()
    page.get_by_role("link", name="Accept what is offered").click()
    page.get_by_role("button", name="Save").click()
    page.wait_for_selector("#released")
    page.locator("main").get_by_role("link", name=case.number).click()
    seen = page.locator("body").inner_text()
    assert "Tallgrass, Rosa" in seen
    assert "Left on foot." not in seen
    assert "Hardin" not in seen
