"""A supervisor releases two groups of a case to another agency, which reads these alone, until they are recalled."""

import pytest

from manumit.spine.identity.choices import AgencyKind, Role
from manumit.spine.identity.models import Agency

pytestmark = pytest.mark.browser


def test_the_other_agency_reads_what_was_released_while_it_was(joins, agency) -> None:
    other = Agency.objects.create(
        name=f"Bureau beside {agency.name}", short_name=f"B{agency.pk}", kind=AgencyKind.FEDERAL
    )
    owner, stranger = joins(agency, Role.SUPERVISOR), joins(other, Role.INVESTIGATOR)
    case = owner.opens(last_seen_city="Hardin", place_detail="Behind the mill", circumstances="Left on foot.")
    address = f"/cases/{case.number}/"
    assert "Page not found" in stranger.goes_to(address).title()
    assert case.number not in stranger.goes_to("/cases/").content()

    page = owner.goes_to(address)
    page.get_by_role("link", name="Share, release, recall").click()
    page.get_by_role("link", name="Release to an agency").click()
    page.get_by_label("To which agency?").select_option(label=other.name)
    page.locator("main").get_by_text("People", exact=True).click()
    page.locator("main").get_by_text("Circumstances", exact=True).click()
    page.get_by_label("By what authority?").fill("Council resolution 26-14")
    assert page.get_by_label("Until which day?").input_value(), "ninety days are offered"
    page.get_by_role("button", name="See what they will see").click()
    assert page.locator("#seen").inner_text() == "Summary, People, Circumstances"
    page.get_by_role("button", name="Release it").click()
    page.wait_for_selector("#releases")

    seen = stranger.goes_to(address).locator("body").inner_text()
    assert "Missing person: Tallgrass, Rosa" in seen
    assert "Left on foot." in seen
    assert "Hardin" not in seen
    assert "Behind the mill" not in seen
    assert "Edit the case" not in seen
    assert "Council resolution 26-14" in stranger.goes_to(f"{address}why/").locator("#why").inner_text()
    assert case.number in stranger.goes_to("/cases/").locator("#cases").inner_text()
    assert other.name in owner.goes_to(f"{address}readers/").locator("#readers").inner_text()

    page = owner.goes_to(address)
    page.get_by_role("link", name="Share, release, recall").click()
    page.get_by_role("link", name="Recall").click()
    page.get_by_role("button", name="Save").click()
    page.wait_for_selector("#releases")
    assert "Page not found" in stranger.goes_to(address).title()
    assert case.number not in stranger.goes_to("/cases/").content()
