"""The lawyer a victim chose follows where the request stands, sees no word more, and is shut out when told so."""

import pytest

from manumit.modules.continued_presence.tests import people
from manumit.spine.identity.choices import AgencyKind, Purpose, Role
from manumit.spine.identity.models import Agency

from .presence import ALL, Offices, answered, save, standing

pytestmark = pytest.mark.browser


def test_the_representative_follows(joins, agency) -> None:
    offices = Offices(joins, agency)
    office = Agency.objects.create(
        name=f"Lawyers of {agency.short_name}", short_name=f"LA{agency.pk}", kind=AgencyKind.SERVICE_PROVIDER
    )
    detective, lawyer = offices.detective(), joins(office, Role.PRESENCE_COUNSEL, purpose=Purpose.RECORDS)
    record = answered(detective)
    here = f"/presence/{record.number}/"
    assert lawyer.goes_to(here).locator("h1").inner_text() == "Page not found"

    page = detective.goes_to(here)
    page.get_by_role("link", name="Representative the victim chose").click()
    page.get_by_label("Office of the representative").select_option(label=office.name)
    page.get_by_label("How and when the victim agreed").fill("She said so today, with the interpreter")
    save(page)
    standing(page).wait_for()

    seen = lawyer.goes_to("/presence/")
    seen.get_by_role("link", name=record.number).click()
    assert "Draft" in standing(seen).inner_text()
    people.go(offices.behind(agency, Role.INVESTIGATOR), record, "sign")
    seen.reload()
    assert "With the supervisor" in standing(seen).inner_text()
    shown = seen.content()
    assert not [word for word in ALL.values() if isinstance(word, str) and len(word) > 6 and word in shown]
    assert seen.locator("#next, #missing").count() == 0
    assert "Something you follow changed" in lawyer.goes_to("/notices/").locator("main").inner_text()
    for part in ("file/", "thread/", "step/person/", "paper/packet.pdf"):
        assert lawyer.page.request.get(f"{page.url.split('/presence/')[0]}{here}{part}").status in (403, 404)

    page.goto(page.url)
    page.get_by_role("link", name="The victim no longer agrees to be represented").click()
    save(page)
    standing(page).wait_for()
    assert lawyer.goes_to(here).locator("h1").inner_text() == "Page not found"
    assert record.number not in lawyer.goes_to("/presence/").locator("main").inner_text()
