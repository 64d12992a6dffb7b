"""A code table answers both ways and refuses to hold anything twice."""

from __future__ import annotations

from datetime import date

import pytest

from manumit.values.code_table import Code, CodeTable, UnknownCode
from manumit.values.tables.precision import PRECISION
from manumit.values.tables.race import RACE
from manumit.values.tables.sex import SEX
from manumit.values.tables.us_states import US_STATES

TABLES = [US_STATES, SEX, RACE, PRECISION]


def table(*rows: tuple[str, str]) -> CodeTable:
    return CodeTable.of("colours", source="nowhere", as_of=date(2025, 1, 1), rows=rows)


@pytest.mark.parametrize(("twice", "what"), [(("R", "Rose"), "code 'r'"), (("X", "red"), "label 'red'")])
def test_a_duplicate_is_refused_by_name(twice: tuple[str, str], what: str) -> None:
    with pytest.raises(ValueError, match=f"colours: the {what} stands twice"):
        table(("r", "Red"), twice)


def test_looked_up_by_code_and_by_label_in_any_case() -> None:
    red = Code("r", "Red")
    colours = table(("r", "Red"), ("b", "Blue"))
    assert colours.code("R") == colours.labelled(" red ") == colours.find("RED") == colours.find("r") == red
    assert colours.find("green") is None
    assert "R" in colours
    assert 7 not in colours
    assert next(iter(colours)) == red
    assert len(colours) == 2


def test_an_unknown_code_names_table_and_source() -> None:
    with pytest.raises(UnknownCode, match=r"'g' is not in colours \(nowhere\)"):
        table(("r", "Red")).code("g")


@pytest.mark.parametrize("codes", TABLES, ids=lambda codes: codes.name)
def test_each_table_names_its_source_and_answers_both_ways(codes: CodeTable) -> None:
    assert codes.source
    for row in codes:
        assert codes.code(row.code) == codes.labelled(row.label) == row
    assert codes.choices() == [(row.code, row.label) for row in codes]


def test_states_are_known_by_code_and_name() -> None:
    assert len(US_STATES) == 59
    assert US_STATES.find("new mexico") == US_STATES.code("NM") == Code("NM", "New Mexico")
