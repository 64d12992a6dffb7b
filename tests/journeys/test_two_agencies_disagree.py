"""Two agencies promised something together and disagree how far it is: both words stand, and completion waits."""

from itertools import count

import pytest

from manumit.modules.action_plan.actions.draft_update import draft_update
from manumit.modules.action_plan.actions.file_commitment import file_commitment
from manumit.modules.action_plan.actions.give_evidence import give_evidence
from manumit.modules.action_plan.actions.move_update import move_update
from manumit.modules.action_plan.actions.publish_commitment import publish_commitment
from manumit.spine.access.actors import actor_for
from manumit.spine.identity.choices import AgencyKind, Purpose, Role
from manumit.spine.identity.models import Agency

pytestmark = [pytest.mark.browser, pytest.mark.slow]
_places = count(1)


@pytest.fixture
def partner(site) -> Agency:
    number = next(_places)
    return Agency.objects.create(name=f"Partner Office {number}", short_name=f"PO{number}", kind=AgencyKind.FEDERAL)


def acts(officer):
    return actor_for(officer.membership.pk, Purpose.RECORDS)


def test_the_partners_word_is_shown_and_holds_completion_up(joins, agency, partner, site) -> None:
    sia, cora, lena = (joins(agency, role, purpose=Purpose.RECORDS)
                       for role in (Role.SECRETARIAT, Role.PLAN_CONTACT, Role.PLAN_LEAD))  # fmt: skip
    dan = joins(partner, Role.PLAN_CONTACT, purpose=Purpose.RECORDS)
    told = {"agency_code": agency.short_name, "joint_codes": [partner.short_name], "verb": "open", "thing": "a line"}
    commitment = file_commitment(acts(sia), {**told, "title": "Open a line"}, source="Sheet")
    publish_commitment(acts(sia), commitment, expected_version=commitment.version)
    give_evidence(acts(cora), commitment, {"evidence_kind": "web_page", "title": "The line"})
    update = draft_update(acts(cora), commitment, "2026-Q3", {"status": "completed", "public_text": "It is open."})
    for officer, step in ((cora, "submit"), (lena, "approve")):
        update = move_update(acts(officer), update, step, expected_version=update.version)

    place = f"/plan/commitments/{commitment.number}/"
    page = dan.goes_to(place)
    page.get_by_role("link", name="Your agency's word").click()
    page.get_by_label("Status as your agency sees it").select_option("delayed")
    page.get_by_label("Why, for the other agencies").fill("Our half has no staff.")
    page.get_by_role("button", name="Your agency's word").click()
    page.get_by_text("The agencies disagree").wait_for()

    page = sia.goes_to(f"/plan/reports/{update.number}/")
    page.get_by_text("has not said that it is completed").wait_for()
    assert page.get_by_role("link", name="Accept", exact=True).count() == 0

    page = dan.goes_to(f"{place}word/")
    page.get_by_label("Status as your agency sees it").select_option("completed")
    page.get_by_role("button", name="Your agency's word").click()
    page.wait_for_url(f"**{place}")
    page = sia.goes_to(f"/plan/reports/{update.number}/")
    page.get_by_role("link", name="Accept", exact=True).click()
    page.get_by_role("button", name="Accept").click()
    page.get_by_text("Accepted").first.wait_for()
    public = sia.goes_to(f"/promises/{commitment.number}/")
    assert "Completed" in public.locator(".usa-intro").inner_text()
    assert "Our half has no staff." not in public.locator("main").inner_text(), "partners' reasons are not public"
