"""DHS proposes to revoke; a barred ground is refused, the victim answers, and it is dropped: presence stays."""

import pytest

from manumit.modules.continued_presence.models import PresenceRequest
from manumit.modules.continued_presence.tests import people
from manumit.spine.identity.choices import Role

from .presence import Offices, answered, save, standing, takes

pytestmark = pytest.mark.browser


def test_a_revocation_is_fought_and_dropped(joins, agency) -> None:
    offices = Offices(joins, agency)
    detective = offices.detective()
    record = answered(detective)
    cast = {**offices.all_behind(), "detective": people.member_of("Signs", agency, ("investigator",), "records")}
    people.to_active(cast, record)
    until = PresenceRequest.unscoped.get(pk=record.pk).until_on
    here = f"/presence/{record.number}/"

    reviewer = offices.at_dhs(Role.PRESENCE_REVIEWER).goes_to(here)
    reviewer.locator("#next").get_by_role("link", name="Propose to revoke").click()
    reviewer.get_by_text("The victim refused a request that was not reasonable").click()
    reviewer.get_by_label("Which facts, from whom?").fill("She did not come to the second interview.")
    reviewer.get_by_role("group", name="Does anything of it come").get_by_text("No", exact=True).click()
    save(reviewer)
    reviewer.locator(".m-interruption").get_by_role("button").click()
    assert "This is never a ground" in reviewer.locator("main").inner_text()
    reviewer.get_by_text("Left the United States without permission to return").click()
    save(reviewer)
    reviewer.locator(".m-interruption").get_by_role("button").click()
    standing(reviewer).wait_for()
    assert "Time to answer ends" in standing(reviewer).inner_text()

    decider = offices.at_dhs(Role.PRESENCE_DECIDER).goes_to(here)
    assert "The time to answer still runs." in decider.locator("#next").inner_text()

    page = detective.goes_to(here)
    page.get_by_role("link", name="Questions, answers and reasons").click()
    page.get_by_text("She did not come to the second interview.").wait_for()
    page.get_by_role("link", name="Back to the request").click()
    page.get_by_role("link", name="The victim answers the notice").click()
    page.get_by_label("What the victim answers, in their words").fill("I was with my sister. I never left.")
    save(page)
    standing(page).wait_for()

    decider.goto(decider.url)
    decider.get_by_role("link", name="Questions, answers and reasons").click()
    decider.get_by_text("I was with my sister. I never left.").wait_for()
    decider.get_by_role("link", name="Back to the request").click()
    takes(decider, "Drop it: presence stays", "The stamp in the passport was of another person.")
    assert "Active" in standing(decider).inner_text()
    stands = PresenceRequest.unscoped.get(pk=record.pk)
    assert (stands.state, stands.until_on) == ("active", until)
    assert stands.answer_by_at is None
