"""An officer asks for a case; open answers with the record, a pointer with whom to call, restricted as nothing does."""

import re

import pytest

from manumit.modules.cases.actions.set_level import set_level
from manumit.modules.cases.models import Case
from manumit.spine.access.models import Agreement
from manumit.spine.identity.choices import AgencyKind, Role
from manumit.spine.identity.models import Agency
from manumit.spine.workflow.actions.bar_person import bar_person

from .conftest import Officer, actor_for

pytestmark = pytest.mark.browser
NOTHING = "Nothing answered"


def asks(officer: Officer, case: Case, family_name: str) -> str:
    """Ask for a person by the page of the case; return what the page of the inquiry says, without its number."""
    page = officer.goes_to(f"/cases/{case.number}/")
    page.get_by_role("link", name="Inquiries", exact=True).last.click()
    page.get_by_role("link", name="Ask other agencies").click()
    page.get_by_label("What do you need it for?").fill("The caller named her")
    page.get_by_text("A person, by description", exact=True).click()
    page.get_by_label("Family name").fill(family_name)
    page.get_by_role("button", name="Ask", exact=True).click()
    page.wait_for_selector("#answers")
    page.goto(page.url)  # without the message that it was kept
    return re.sub(r"IQ?-[0-9A-Z]{4}-[0-9A-Z]{3}|Tallgrass|Nobodyhere", "", page.locator("main").inner_text())


def shares(owner: Officer, case: Case, level: str) -> None:
    """Let others learn of a case as `level` says."""
    now = Case.unscoped.get(pk=case.pk)
    set_level(actor_for(owner.membership.pk, "investigation"), now, level, expected_version=now.version, source="Chief")


def test_each_level_answers_in_its_own_way(joins, agency) -> None:
    owner_agency = Agency.objects.create(
        name=f"Bureau beyond {agency.name}", short_name=f"BB{agency.pk}", kind=AgencyKind.STATE
    )
    Agreement.objects.create(agency=agency, reference="MOU", signed_on="2026-01-01", expires_at="2099-01-01T00:00Z")
    officer, owner = joins(agency, Role.INVESTIGATOR), joins(owner_agency, Role.SUPERVISOR, Role.INVESTIGATOR)
    mine, theirs = officer.opens(family_name="Else"), owner.opens()

    nothing = asks(officer, mine, "Nobodyhere")
    assert NOTHING in nothing
    assert asks(officer, mine, "Tallgrass") == nothing

    shares(owner, theirs, "pointer")
    pointed = asks(officer, mine, "Tallgrass")
    assert "It holds something about this." in pointed
    assert owner_agency.name in pointed
    assert theirs.number not in officer.page.content()
    told = owner.goes_to("/inquiries/hits/").locator("main").inner_text()
    assert theirs.number in told
    assert agency.name in told

    shares(owner, theirs, "open")
    asks(officer, mine, "Tallgrass")
    officer.page.locator("#told a").click()
    assert theirs.number in officer.page.url
    assert "Tallgrass" in officer.page.locator("main").inner_text()


def test_who_is_barred_from_the_case_cannot_ask_for_it(joins, agency) -> None:
    officer, supervisor = joins(agency, Role.INVESTIGATOR), joins(agency, Role.SUPERVISOR)
    case, leads = officer.opens(), actor_for(supervisor.membership.pk, "investigation")
    address = f"/inquiries/of/case/{case.number}/new/"
    assert "Ask other agencies" in officer.goes_to(address).title()
    assert leads
    bar_person(leads, case, person_id=officer.membership.person_id, because="Her brother")
    assert "Page not found" in officer.goes_to(address).title()
