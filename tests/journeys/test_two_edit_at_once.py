"""Two people edit the same case at once: nobody's words are lost, and nobody's are overwritten unseen."""

import pytest

from manumit.spine.identity.choices import Role

pytestmark = pytest.mark.browser


def test_the_second_sees_both_values_and_keeps_both_peoples_work(joins, agency) -> None:
    first, second = joins(agency, Role.INVESTIGATOR), joins(agency, Role.INVESTIGATOR)
    case = first.opens(last_seen_city="Hardin", circumstances="Left on foot.")
    for officer in (first, second):
        officer.goes_to(f"/cases/{case.number}/edit/")

    first.page.get_by_label("City or place").fill("Upper Ferry")
    _save(first.page, "Deputy Cole, by radio")
    assert "Saved." in first.page.locator("main").inner_text()

    second.page.get_by_label("City or place").fill("Lower Ferry")
    second.page.get_by_label("What happened?").fill("Seen at the ferry by two fishermen.")
    _save(second.page, "Mother, by telephone")
    page = second.page
    asked = page.locator(".m-conflict")
    assert "Someone changed this record while you were editing" in asked.inner_text()
    assert [row.inner_text() for row in asked.locator("legend").all()] == ["City or place"], "only what both changed"
    assert {"Upper Ferry", "Lower Ferry"} <= set(asked.inner_text().splitlines())
    assert asked.locator(":checked").count() == 0, "the choice is the person's"
    assert "Circumstances" in page.locator("main").inner_text()

    page.get_by_text("Theirs, saved").click()
    page.get_by_role("button", name="Save what I chose").click()
    page.wait_for_selector("#facts")
    shown = page.locator("main").inner_text()
    assert "Upper Ferry" in shown
    assert "Deputy Cole, by radio" in shown
    assert "Seen at the ferry by two fishermen." in shown


def test_changes_of_different_fields_are_both_saved_after_a_look(joins, agency) -> None:
    first, second = joins(agency, Role.INVESTIGATOR), joins(agency, Role.INVESTIGATOR)
    case = first.opens(last_seen_city="Hardin")
    for officer in (first, second):
        officer.goes_to(f"/cases/{case.number}/edit/")
    first.page.get_by_label("City or place").fill("Upper Ferry")
    _save(first.page, "Deputy Cole, by radio")
    second.page.get_by_label("Where exactly").fill("By the bridge")
    _save(second.page, "Mother, by telephone")
    assert "You changed other fields than they did" in second.page.locator("main").inner_text()
    second.page.get_by_role("button", name="Save both").click()
    second.page.wait_for_selector("#facts")
    shown = second.page.locator("main").inner_text()
    assert "Upper Ferry" in shown
    assert "By the bridge" in shown


def _save(page, source: str) -> None:
    page.get_by_label("Who says so?").fill(source)
    with page.expect_navigation():
        page.get_by_role("button", name="Save").click()
