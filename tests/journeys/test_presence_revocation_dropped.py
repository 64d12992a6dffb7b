"""DHS proposes to revoke; a barred ground and what the trafficker said are refused; it is dropped: presence stays."""

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

    page = detective.goes_to(here)
    page.get_by_role("link", name="From the trafficker's side").click()
    page.get_by_label("Which fact?").select_option("answer.threats")
    page.get_by_label("From whom did it come, and how do you know?").fill("Only her boss said so, by phone.")
    page.get_by_role("button", name="Mark it").click()
    assert "by nobody else" in page.locator("#marks").inner_text()

    reviewer = offices.at_dhs(Role.PRESENCE_REVIEWER).goes_to(here)
    reviewer.locator("#next").get_by_role("link", name="Propose to revoke").click()
    reviewer.get_by_text("The victim refused a request that was not reasonable").click()
    reviewer.get_by_label("Which facts, from whom?").fill("She did not come to the second interview.")
    rests_on = reviewer.get_by_role("group", name="On which facts does it rest?")
    rests_on.get_by_text("Her brother at home (from the trafficker's side alone: never used)").click()
    reviewer.get_by_role("group", name="Does anything of it come").get_by_text("No", exact=True).click()
    save(reviewer)
    reviewer.locator(".m-interruption").get_by_role("button").click()
    assert "This is never a ground" in reviewer.locator("main").inner_text()
    reviewer.get_by_text("Left the United States without permission to return").click()
    save(reviewer)
    reviewer.locator(".m-interruption").get_by_role("button").click()
    assert "nobody else bears it out" in reviewer.locator("main").inner_text()
    rests_on.get_by_text("Her brother at home").click()
    rests_on.get_by_text("Without inspection").click()
    reviewer.get_by_label("Which facts, from whom?").fill("Notwithstanding eligibility, verification is contingent.")
    save(reviewer)
    assert "The hardest sentence" in reviewer.locator("main").inner_text()
    reviewer.get_by_label("Which facts, from whom?").fill("She did not come to the second interview.")
    save(reviewer)
    assert "Reads at grade" in reviewer.locator(".m-interruption").inner_text()
    reviewer.locator(".m-interruption").get_by_role("button").click()
    standing(reviewer).wait_for()
    assert "Time to answer ends" not in standing(reviewer).inner_text()
    assert "has not been told yet" in reviewer.locator("main").inner_text()

    decider = offices.at_dhs(Role.PRESENCE_DECIDER).goes_to(here)
    assert "The victim was not heard." in decider.locator("#next").inner_text()

    page = detective.goes_to(here)
    page.get_by_role("link", name="The victim was told").click()
    save(page)
    standing(page).wait_for()
    assert "Time to answer ends" in standing(page).inner_text()
    assert "has not been told yet" not in page.locator("main").inner_text()
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
