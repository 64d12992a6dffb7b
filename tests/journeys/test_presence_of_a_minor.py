"""A minor is never asked for force, fraud or coercion; HHS is told within the day, and gives interim assistance."""

import pytest
from django.utils import timezone

from manumit.modules.continued_presence.asked import STEPS
from manumit.modules.continued_presence.tests.answers import MINOR, SHARED

from .presence import Offices, fills, save, takes

pytestmark = pytest.mark.browser
MEANS = ("Force, fraud or coercion", "How it was done")


def test_a_minor_is_helped_first(joins, agency) -> None:
    detective = Offices(joins, agency).detective()
    page = detective.goes_to("/presence-new/")
    page.get_by_label("State of your agency").select_option("WY")
    page.get_by_role("button", name="Begin", exact=True).click()
    told = {**SHARED, **MINOR}
    told["person"] = {**told["person"], "birth_on": f"{timezone.localdate().year - 15}-03-01"}
    told["papers"] = {**told["papers"], "entered_on": ""}
    asked = [step.name for step in STEPS if step.name != "means"]
    for step in asked:
        fills(page, step, told[step])
        if step == "person":
            assert "tell HHS within 24 hours" in page.locator("main").inner_text()
        if step == "act":
            assert page.url.endswith("/step/purpose/")
        if step in asked[asked.index("act") :]:
            assert not [words for words in MEANS if words in page.locator("main").inner_text()]

    main = page.locator("main")
    assert "Nothing: the request can be signed." in main.inner_text()
    assert "Report of a foreign minor who may be trafficked to HHS" in main.inner_text()
    page.get_by_role("link", name="HHS was told").click()
    save(page)
    assert "HHS told" in main.inner_text()
    page.get_by_role("link", name="HHS gave a letter of interim assistance").click()
    save(page)
    assert "Interim assistance for a minor ends" in main.inner_text()
    takes(page, "Sign and send to the supervisor", pause=True)


def test_an_adult_is_offered_no_interim_assistance(joins, agency) -> None:
    detective = Offices(joins, agency).detective()
    page = detective.goes_to("/presence-new/")
    page.get_by_label("State of your agency").select_option("WY")
    page.get_by_role("button", name="Begin", exact=True).click()
    page.get_by_role("button", name="Save and leave").click()
    assert page.get_by_role("link", name="HHS was told").is_visible()
    assert page.get_by_role("link", name="interim assistance").count() == 0
