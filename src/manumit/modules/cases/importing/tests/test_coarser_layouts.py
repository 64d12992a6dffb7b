"""A coarser layout never clears or degrades what a finer one gave; and no layout clears what another alone gave."""

from __future__ import annotations

from typing import Any

import pytest

from manumit.modules.cases.importing.namus_layout import MISSING_2019
from manumit.modules.cases.models import PARTS, Case, CaseAgency, CasePerson, FeedEntry

from .conftest import Importing, missing, remains, table
from .documents import document, file

SAME = {
    "Case Number": "MP1", "Legal Last Name": "Alder", "Legal First Name": "Robin", "Missing Age": "30 - 34 Years",
    "Biological Sex": "Female", "Race / Ethnicity": "Asian", "Last Name": "Alder", "First Name": "Robin",
    "Sex": "Female",
}  # fmt: skip


def everything() -> list[dict[str, Any]]:
    """All that stands of cases, whoever said it."""
    models = (Case, CasePerson, CaseAgency, *PARTS.values())
    return [row for model in models for row in model.unscoped.order_by("pk").values()]


@pytest.mark.parametrize(
    "cells",
    [
        {},
        {"Date Modified": "10/01/2025"},
        {"City": "", "Date Modified": "09/01/2025"},
        {"City": "", "County": "", "State": "", "Date Modified": "09/01/2025"},
        {"DLC": "06/2025", "Date Modified": "09/01/2025"},
        {"DLC": "", "Missing Age": "", "Date Modified": "09/01/2025"},
        {"Missing Age": "20 - 40 Years", "Date Modified": "09/01/2025"},
        {"Race / Ethnicity": "Uncertain", "Biological Sex": "Unsure", "Date Modified": "09/01/2025"},
        {"Legal Last Name": "ALDER", "Legal First Name": "", "Date Modified": "09/01/2025"},
        {"City": "Sitka", "County": "Sitka", "DLC": "01/01/2020", "Date Modified": "07/07/2025"},
    ],
)
def test_a_table_after_the_document_loses_nothing(importing: Importing, cells: dict[str, str]) -> None:
    importing(file(document("MP")))
    before = everything()
    assert importing(missing({**SAME, **cells})).counts == (0, 0, 1, 0)
    assert everything() == before
    assert importing(file(document("MP"))).counts == (0, 0, 1, 0)
    assert importing(missing({**SAME, **cells})).counts == (0, 0, 1, 0)


def test_the_table_of_remains_loses_nothing_either(importing: Importing) -> None:
    importing(file(document("UP")))
    before = everything()
    row = {"Case": "UP1", "ME/C Case": "ME/C Case Some caseNumber", "Age From": "30.0", "Age To": "34.0"}
    assert importing(remains({**row, "Race / Ethnicity": "Asian", "Biological Sex": "Unsure"})).counts == (0, 0, 1, 0)
    assert everything() == before


def test_news_in_a_later_table_is_taken_from_it(importing: Importing) -> None:
    importing(file(document("MP")))
    news = {**SAME, "City": "Sitka", "County": "Sitka", "Missing Age": "35 Years", "Date Modified": "09/01/2025"}
    assert importing(missing(news)).counts == (0, 1, 0, 0)
    case, person = Case.unscoped.get(), CasePerson.unscoped.get()
    assert (case.last_seen_city, person.age_text, person.middle_names) == ("Sitka", "35 Years", "Lee")


def test_a_document_after_the_table_adds_to_it_and_clears_nothing(importing: Importing) -> None:
    importing(missing({**SAME, "City": "Auke Bay"}))
    whole = document("MP")
    del whole["sighting"]["address"]["city"]
    assert importing(file(whole)).counts == (0, 1, 0, 0)
    assert Case.unscoped.get().last_seen_city == "Auke Bay"
    assert CasePerson.unscoped.get().middle_names == "Lee"
    assert {entry.feed.layout for entry in FeedEntry.unscoped.select_related("feed")} == {"csv-2025", "namus-json"}


def test_a_layout_may_clear_what_it_alone_gave(importing: Importing) -> None:
    importing(missing(SAME))
    assert importing(missing({**SAME, "City": "", "Date Modified": "09/01/2025"})).counts == (0, 1, 0, 0)
    assert Case.unscoped.get().last_seen_city == ""


def test_the_three_tables_of_one_case_agree(importing: Importing) -> None:
    old = {**SAME, "DLC": "6/8/25", "Date Modified": "7/7/25"}
    assert importing(table(MISSING_2019, old), missing(SAME), missing(SAME)).counts == (1, 0, 2, 0)
    assert Case.unscoped.get().version == 1


def test_document_and_table_in_one_run(importing: Importing) -> None:
    assert importing(file(document("MP")), missing(SAME), file(document("MP"))).counts == (1, 0, 2, 0)
