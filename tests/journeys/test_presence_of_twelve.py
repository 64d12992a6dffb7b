"""An operation with twelve victims: what they share is said once; elements, decision and clock are each one's own."""

import pytest

from manumit.modules.continued_presence.models import PresenceRequest
from manumit.modules.continued_presence.tests import people
from manumit.modules.continued_presence.tests.answers import ALL as STEPS_OF_ALL
from manumit.modules.continued_presence.tests.answers import SHARED, VICTIM, flat

from .presence import Offices, answered, fills, standing, takes

pytestmark = pytest.mark.browser
TWELVE = 12


def test_twelve_victims_of_one_operation(joins, agency) -> None:
    offices = Offices(joins, agency)
    detective = offices.detective()
    first = answered(detective)
    here = f"/presence/{first.number}/"
    page = detective.goes_to(here)
    for _victim in range(1, TWELVE):
        detective.goes_to(f"{here}victim/")
        page.locator("main form button[type=submit]").last.click()
        page.wait_for_url("**/step/person/")
    last = page.url.split("/")[-4]
    for step, given in VICTIM.items():
        fills(page, step, {**given, "given_names": "Nilo"} if step == "person" else given)
    assert "Nothing: the request can be signed." in page.locator("main").inner_text()
    victims = page.locator("section", has=page.locator("#victims")).get_by_role("link")
    assert victims.count() == TWELVE - 1
    rows = PresenceRequest.unscoped.filter(operation=first.operation_id)
    assert rows.count() == TWELVE

    takes(page, "Sign and send to the supervisor", pause=True)
    cast = {**offices.all_behind()}
    rest = (each for each in people.WAY if each[1] != "sign")
    signed = PresenceRequest.unscoped.get(number=last)
    for who, step in rest:
        people.go(cast[who], signed, step, answers=flat(STEPS_OF_ALL))
    assert "Granted" in standing(detective.goes_to(f"/presence/{last}/")).inner_text()
    assert "Draft" in standing(detective.goes_to(here)).inner_text()
    stages = sorted(rows.values_list("state", flat=True))
    assert stages == ["draft"] * (TWELVE - 1) + ["granted"]

    detective.goes_to(f"{here}step/agency/")
    page.get_by_label("Officer who asks").fill("Another")
    page.get_by_role("button", name="Save and go on").click()
    assert "Another victim's request of this operation was signed" in page.locator("main").inner_text()
    assert set(SHARED) == {"agency", "investigation"}
