"""The secretariat reads the task force's fact sheet of 2024 and files the commitments in it."""

import pytest

from manumit.modules.action_plan.models import Commitment, Filing
from manumit.modules.action_plan.reading.tests.test_commitments_of_2024 import SOURCES
from manumit.spine.identity.choices import Purpose, Role

pytestmark = [pytest.mark.browser, pytest.mark.slow]
SHEET = SOURCES / "pitf-2024-fact-sheet.txt"


def test_from_the_file_to_the_register(joins, agency) -> None:
    sia = joins(agency, Role.SECRETARIAT, purpose=Purpose.RECORDS)
    page = sia.goes_to("/plan/documents/read/")
    page.get_by_label("File").set_input_files(SHEET)
    page.locator("#id_document_kind").get_by_text("Fact sheet").click()
    page.get_by_label("Title").fill("Fact sheet of 2024")
    page.get_by_role("button", name="Read it").click()
    page.get_by_role("heading", name="Fact sheet of 2024").wait_for()
    proposed = page.locator("article.m-panel").count()
    assert proposed >= 30, "the sheet holds some forty commitments"
    assert page.locator("mark").count() > 20, "each sentence is marked in the text"

    first = page.locator("#proposal-1")
    title = first.get_by_label("Title").input_value()
    first.get_by_role("button", name="File it").click()
    page.locator("#proposal-1").get_by_text("Filed").wait_for()
    page.locator("#proposal-2").get_by_role("button", name="Drop it").click()
    page.locator("#proposal-2").get_by_text("Dropped").wait_for()
    for position in range(3, 7):
        page.locator(f"#proposal-{position}").get_by_role("button", name="File it").click()
        page.locator(f"#proposal-{position}").get_by_text("Filed").wait_for()

    page.locator("#proposal-1").get_by_role("link", name="AC-").click()
    page.get_by_role("heading", name=title, level=1).wait_for()
    filed = Filing.unscoped.filter(decision="accepted", document__title="Fact sheet of 2024")
    assert filed.count() == 5
    for each in filed:
        assert Commitment.unscoped.get(number=each.commitment_number).sentence == each.proposal["sentence"]
