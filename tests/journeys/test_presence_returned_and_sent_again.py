"""A supervisor returns a request with reasons; the officer reads them, mends it, and sends it again."""

import pytest

from manumit.modules.continued_presence.models import PresenceRequest

from .presence import Offices, answered, standing, takes

pytestmark = pytest.mark.browser


def test_returned_and_sent_again(joins, agency) -> None:
    offices = Offices(joins, agency)
    detective, supervisor = offices.detective(), offices.supervisor()
    here = f"/presence/{answered(detective).number}/"
    page = detective.goes_to(here)
    takes(page, "Sign and send to the supervisor", pause=True)
    detective.goes_to(f"{here}step/safety/")
    page.get_by_label("Safety plan: what was agreed").fill("Changed behind the signature")
    page.get_by_role("button", name="Save and go on").click()
    assert "The request was signed" in page.locator("main").inner_text()

    returned = supervisor.goes_to(here)
    takes(returned, "Return to the officer", "Say who agreed to the code word.")
    assert "Draft" in standing(returned).inner_text()

    page = detective.goes_to(here)
    assert "It came back to you." in page.locator("main").inner_text()
    page.get_by_role("link", name="Read why").click()
    page.get_by_text("Say who agreed to the code word.").wait_for()
    page.get_by_role("link", name="Back to the request").click()
    page.get_by_role("link", name="Safety", exact=True).click()
    page.get_by_label("Safety plan: what was agreed").fill("A code word, agreed with Jo Marsh of the shelter")
    page.get_by_role("button", name="Save and leave").click()
    takes(page, "Sign and send to the supervisor", pause=True)
    assert "With the supervisor" in standing(page).inner_text()

    takes(supervisor.goes_to(here), "Concur and send to the sponsor", pause=True)
    record = PresenceRequest.unscoped.get(number=here.strip("/").split("/")[-1])
    assert record.state == "sponsor_review"
    assert len(record.signers) == 2
