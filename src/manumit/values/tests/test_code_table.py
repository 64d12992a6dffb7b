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


def test_spacing_punctuation_and_accents_are_forgiven_where_that_leaves_no_doubt() -> None:
    hair = CodeTable.of(
        "hair",
        source="nowhere",
        as_of=date(2025, 1, 1),
        rows=[
            Code("BLN", "Blond or strawberry", "Rubio", ("Blond/Strawberry", "Fair")),
            Code("A-", "Negative"),
            Code("A+", "Positive"),
        ],
    )
    assert hair.find("BLOND - STRAWBERRY") == hair.labelled("rúbio") == hair.code(" bln.") == hair.code("BLN")
    assert hair.code("a+").label == "Positive"
    assert hair.find("a") is None


def test_an_alias_that_two_rows_share_answers_for_neither() -> None:
    hair = CodeTable.of(
        "hair",
        source="nowhere",
        as_of=date(2025, 1, 1),
        rows=[Code("r", "Red", aliases=("Auburn",)), Code("b", "Brown", aliases=("auburn",))],
    )
    assert hair.find("Auburn") is None


def test_a_label_goes_before_another_rows_alias() -> None:
    hair = CodeTable.of(
        "hair",
        source="nowhere",
        as_of=date(2025, 1, 1),
        rows=[Code("s", "Sandy", aliases=("Fair",)), Code("f", "Fair")],
    )
    assert hair.labelled("fair").code == "f"


def test_the_refusal_names_what_was_nearly_said() -> None:
    with pytest.raises(UnknownCode, match=r"'Blakc' is not in colours \(nowhere\); nearest: k \(Black\)"):
        table(("k", "Black"), ("w", "White")).labelled("Blakc")


def test_rows_are_read_once_and_only_when_asked_for() -> None:
    asked: list[str] = []

    def read() -> list[Code]:
        asked.append("rows")
        return [Code("r", "Red")]

    lazy = CodeTable("lazy", "nowhere", date(2025, 1, 1), read)
    assert not asked
    assert lazy.code("r") == lazy.labelled("red")
    assert asked == ["rows"]


def test_a_refusal_of_a_long_text_stays_short() -> None:
    with pytest.raises(UnknownCode) as refused:
        table(("k", "Black")).labelled("x" * 30_000)
    assert len(str(refused.value)) < 200
