"""A chief's nation withdraws its permission of statistics and listing; who used it sees that, and uses no more."""

import pytest

from manumit.modules.cases.actions.add_number import add_number
from manumit.spine.access.actors import actor_for
from manumit.spine.identity.choices import Role
from manumit.spine.identity.models import Nation

pytestmark = pytest.mark.browser


def decides(officer, nation: Nation, use: str, word: str, citation: str) -> None:
    """Record a decision at the screen."""
    page = officer.goes_to(f"/exchange/nations/{nation.pk}/decide/")
    page.locator("main").get_by_text(use, exact=True).click()
    page.locator("main").get_by_text(word, exact=True).click()
    page.get_by_label("Who decided?").fill("Tribal Council")
    page.get_by_label("Where does it stand?").fill(citation)
    page.get_by_role("button", name="Save").click()
    page.wait_for_selector("#decisions")


def test_the_permission_goes_at_once_and_its_user_sees_it(joins, agency) -> None:
    nation = Nation.objects.create(name=f"Stonewater Nation {agency.pk}")
    type(agency).objects.filter(pk=agency.pk).update(nation=nation)
    chief = joins(agency, Role.SUPERVISOR, Role.ANALYST)
    case = chief.opens(nation=nation)
    add_number(actor_for(chief.membership.pk, "investigation"), case, "namus", f"MP{agency.pk:05}", source="NamUs")
    address = f"/cases/export/?format=namus-json&owner={agency.pk}"

    def takes() -> str:
        page = chief.goes_to(address)
        page.get_by_label("What do you need it for?").fill("Yearly list")
        with page.expect_download() as taken:
            page.locator("main form[method=post] button[type=submit]").click()
        return taken.value.path().read_text()

    assert "Tallgrass" not in takes(), "no decision means no"
    for use in ("Statistics", "Public listing"):
        decides(chief, nation, use, "It is allowed", "Resolution 26-20")
    assert "Tallgrass" in takes()
    for use in ("Statistics", "Public listing"):
        decides(chief, nation, use, "It is not allowed", "Resolution 26-31")
    assert "Tallgrass" not in takes()
    told = chief.goes_to(f"/exchange/nations/{nation.pk}/").locator("#uses").inner_text()
    assert "withdrawn since" in told
    assert "Resolution 26-31" in told
