"""A refused row says file, row, column and reason, and never stops the rest."""

from __future__ import annotations

import pytest

from manumit.modules.cases.models import Case

from .conftest import Importing, missing, remains


@pytest.mark.parametrize(
    ("cells", "column", "says"),
    [
        ({"Case Number": "UP100001"}, "Case Number", "is no NamUs number of missing persons"),
        ({"Case Number": ""}, "Case Number", "'' is no NamUs number"),
        ({"DLC": "02/30/2025"}, "DLC", "there is no day 30"),
        ({"DLC": "10/05/2025"}, "DLC", "later than the day the case was opened"),
        ({"DLC": "last week"}, "DLC", "is no date"),
        ({"Date Modified": "10/04/2025"}, "Date Modified", "is in the future"),
        ({"Missing Age": "old"}, "Missing Age", "'old' is no age"),
        ({"Missing Age": "126 Years"}, "Missing Age", "is no age"),
        ({"State": "XX"}, "State", "'XX' is no state"),
        ({"State": ""}, "State", "Choose the state the county is in"),
        ({"Biological Sex": "M"}, "Biological Sex", "'M' is not in sex"),
        ({"Race / Ethnicity": "Asian, Klingon"}, "Race / Ethnicity", "'Klingon' is not in race"),
        ({"Legal Last Name": "Alder Jr", "Legal First Name": "Robin Sr"}, "Legal Last Name", "two suffixes"),
        ({"City": "x" * 101}, "City", "101 characters long, 100 are the most"),
        ({"City": '=HYPERLINK("x")'}, "City", "begins with '=' as a spreadsheet formula does"),
        ({"City": "@SUM(A1)"}, "City", "begins with '@'"),
        ({"City": "\tJuneau"}, "City", "begins with '\\t'"),
        ({"Legal First Name": "-2+3"}, "Legal First Name", "begins with '-'"),
        ({"City": "Ju\x07neau"}, "City", "unprintable character U+0007"),
        ({"City": "Ju\u202eneau"}, "City", "unprintable character U+202E"),
        ({"City": "Ju\0neau"}, "", "NUL"),
        ({"City": "Ju\udcffneau"}, "City", "no UTF-8"),
        ({"City": 'Ju"n,eau'}, "", "is no CSV"),
    ],
)
def test_a_bad_cell_is_named_and_the_rest_goes_in(
    importing: Importing, cells: dict[str, str], column: str, says: str
) -> None:
    outcome = importing(missing({"Case Number": "MP7"}, cells, {"Case Number": "MP9"}))
    assert outcome.counts == (2, 0, 0, 1)
    (refusal,) = outcome.refusals
    assert (refusal.file, refusal.row, refusal.column) == ("a.csv", 3, column)
    assert says in refusal.reason
    assert Case.unscoped.count() == 2


def test_all_faults_of_a_row_are_told_and_the_row_counts_once(importing: Importing) -> None:
    outcome = importing(missing({"DLC": "?", "Missing Age": "?", "State": "?"}))
    assert outcome.counts == (0, 0, 0, 1)
    assert [one.column for one in outcome.refusals] == ["DLC", "State", "Missing Age"]


def test_remains_are_refused_by_their_own_columns(importing: Importing) -> None:
    outcome = importing(remains({"Age From": "40.0", "Age To": "20.0"}, {"DBF": "13/13/2025"}, {"Case": "MP1"}))
    assert [(one.row, one.column) for one in outcome.refusals] == [(2, "Age From"), (3, "DBF"), (4, "Case")]


def test_a_row_of_another_width_is_refused(importing: Importing) -> None:
    outcome = importing(missing({}) + b"MP5,06/08/2025\r\n")
    assert outcome.counts == (1, 0, 0, 1)
    assert outcome.refusals[0].reason == "has 2 columns where the header has 11"


def test_a_row_that_repeats_another_in_the_run_is_weighed_against_it(importing: Importing) -> None:
    outcome = importing(
        missing({}, {}, {"City": "Sitka"}, {"City": "Kake", "Date Modified": "09/01/2025"}), missing({"City": "Kake"})
    )
    assert outcome.counts == (1, 1, 2, 1)
    (refusal,) = outcome.refusals
    assert (refusal.file, refusal.row, refusal.column) == ("a.csv", 4, "Case Number")
    assert "repeats MP100001 of a.csv, row 2" in refusal.reason
    assert Case.unscoped.get().last_seen_city == "Kake"
