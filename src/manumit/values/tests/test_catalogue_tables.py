"""The catalogue's own vocabularies are whole, said in English and Spanish, and found in the words people write."""

from __future__ import annotations

import re

import pytest

from manumit.values.code_table import CodeTable
from manumit.values.packaged_codes import packaged_rows
from manumit.values.tables import catalogue
from manumit.values.tables.catalogue import CATALOGUE_TABLES

EACH = pytest.mark.parametrize("table", CATALOGUE_TABLES, ids=lambda table: table.name)


@EACH
def test_each_table_is_sound_and_answers_both_ways(table: CodeTable) -> None:
    table.check()
    assert all(table.code(row.code) == table.labelled(row.label) == row for row in table)


@EACH
def test_codes_are_lower_case_words_and_each_label_is_said_in_spanish(table: CodeTable) -> None:
    for row in table:
        assert re.fullmatch(r"[a-z][a-z0-9_]{1,29}", row.code), row
        assert row.spanish, row
        assert row.in_language("es-us") == row.spanish
        assert row.in_language("en") == row.label


@EACH
def test_every_alias_leads_to_its_row_alone(table: CodeTable) -> None:
    for row in table:
        for alias in row.aliases:
            assert table.labelled(alias) == row, alias


def test_no_table_of_the_file_is_left_unnamed() -> None:
    in_file = {row["table"] for row in packaged_rows("catalogue.csv")}
    named = [value for value in vars(catalogue).values() if isinstance(value, CodeTable)]
    assert len(in_file) == len(named) == len(set(CATALOGUE_TABLES)) == len({table.name for table in named})


@pytest.mark.parametrize(
    ("table", "text", "code"),
    [
        (catalogue.HAIR_COLOR, "Blond/Strawberry", "blond"),
        (catalogue.HAIR_COLOR, "red / auburn", "red"),
        (catalogue.EYE_COLOR, "BRO", "brown"),
        (catalogue.EYE_COLOR, "Missing Eye", "missing"),
        (catalogue.BLOOD_TYPE, "AB+", "ab_positive"),
        (catalogue.BLOOD_TYPE, "ab-", "ab_negative"),
        (catalogue.VEHICLE_COLOR, "Aluminum/Silver", "silver"),
        (catalogue.BODY_FEATURE_KIND, "Cicatriz", "scar"),
        (catalogue.CONDITION_OF_REMAINS, "Not recognizable - Mummified", "mummified"),
    ],
)
def test_found_in_the_words_of_a_file(table: CodeTable, text: str, code: str) -> None:
    found = table.find(text)
    assert found is not None
    assert found.code == code
