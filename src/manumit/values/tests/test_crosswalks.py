"""Each crosswalk accounts for every code of both sides, inverts where exact, and never says more than was said."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from manumit.values import crosswalks
from manumit.values.code_table import CodeTable, UnknownCode
from manumit.values.crosswalk import Agreement, Crosswalk, Pair
from manumit.values.crosswalks import CROSSWALKS
from manumit.values.packaged_codes import packaged_rows

EACH = pytest.mark.parametrize("walk", CROSSWALKS, ids=lambda walk: walk.name)


def table(name: str, *codes: str) -> CodeTable:
    return CodeTable.of(name, source="nowhere", as_of=date(2025, 1, 1), rows=[(code, code) for code in codes])


def walk(*pairs: Pair) -> Crosswalk:
    return Crosswalk("few to many", table("few", "a", "b"), table("many", "A", "B", "C"), lambda: pairs)


EXACT, BROADER, NARROWER, NONE = Agreement


@EACH
def test_every_code_of_either_side_is_mapped_or_said_why_not(walk: Crosswalk) -> None:
    assert walk.problems() == []
    assert all(pair.note for pair in walk.unmapped())


@EACH
def test_exact_pairs_invert(walk: Crosswalk) -> None:
    for row in walk.left:
        crossing = walk.forward(row.code)
        if crossing.exact and crossing.to:
            assert walk.backward(crossing.to.code).to == row
    for row in walk.right:
        crossing = walk.backward(row.code)
        if crossing.exact and crossing.to:
            assert walk.forward(crossing.to.code).to == row


@EACH
def test_a_code_that_leads_nowhere_says_why(walk: Crosswalk) -> None:
    for row in walk.left:
        crossing = walk.forward(row.code)
        assert crossing.to or crossing.note
    for row in walk.right:
        crossing = walk.backward(row.code)
        assert crossing.to or crossing.note


def test_no_crosswalk_of_the_file_is_left_unnamed() -> None:
    in_file = {row["crosswalk"] for row in packaged_rows("crosswalks.csv")}
    named = [value for value in vars(crosswalks).values() if isinstance(value, Crosswalk)]
    assert len(in_file) == len(named) == len(set(CROSSWALKS)) == len({walk.name for walk in named})


@pytest.mark.parametrize(
    ("walk", "code", "there", "exact"),
    [
        (crosswalks.HAIR_COLOR_NAMUS, "blond", "7", True),
        (crosswalks.HAIR_COLOR_NCIC, "blond", "BLN", True),
        (crosswalks.HAIR_COLOR_NCIC, "other", "XXX", False),
        (crosswalks.EYE_COLOR_NIEM, "hazel", "HAZEL", True),
        (crosswalks.EYE_COLOR_NCIC, "missing", None, False),
        (crosswalks.RACE_NCIC, "american_indian", "I", True),
        (crosswalks.BODY_FEATURE_NAMUS, "mole", "6", False),
        (crosswalks.MISSING_CATEGORY_NCIC, "endangered", "EME", True),
        (crosswalks.VEHICLE_COLOR_NCIC, "blue_dark", "DBL", True),
        (crosswalks.INDUSTRY_NIEM, "agriculture", None, False),
        (crosswalks.STATE_NCIC, "NE", "NB", True),
        (crosswalks.STATE_NAMUS, "NM", "23", True),
        (crosswalks.OFFENSE_NIEM, "64A", "HUMAN_TRAFFICKING-COMMERCIAL_SEX_ACTS", True),
    ],
)
def test_crossing(walk: Crosswalk, code: str, there: str | None, exact: bool) -> None:
    crossing = walk.forward(code)
    assert (crossing.to.code if crossing.to else None, crossing.exact) == (there, exact)


def test_a_crossing_back_from_a_narrower_code_gives_the_broader_one() -> None:
    back = crosswalks.INDUSTRY_NIEM.backward("Forestry and Logging")
    assert (back.to and back.to.code, back.exact) == ("agriculture", False)


def test_a_code_no_table_holds_is_refused_by_name() -> None:
    with pytest.raises(UnknownCode, match="eye color"):
        crosswalks.EYE_COLOR_NCIC.forward("violet")


@pytest.mark.parametrize(
    ("pairs", "problem"),
    [
        ([Pair("a", "A", EXACT), Pair("b", "B", EXACT)], "C of many is in no row"),
        ([Pair("a", "A", EXACT), Pair("a", "B", EXACT)], "a has two exact counterparts"),
        ([Pair("a", "", NONE)], "'none' has one code and a reason"),
        ([Pair("a", "Z", EXACT)], "Z is not in many"),
        ([Pair("a", "A", BROADER), Pair("a", "B", BROADER)], "a has two broader counterparts"),
        ([Pair("a", "A", NARROWER)], "a has narrower counterparts alone"),
        ([Pair("a", "A", EXACT), Pair("a", "", NONE, "why")], "a is said to have no counterpart and has one"),
        ([Pair("a", "", EXACT)], "exact has two codes"),
    ],
)
def test_what_is_wrong_is_said(pairs: list[Pair], problem: str) -> None:
    assert any(problem in text for text in walk(*pairs).problems())


PAIRS = st.lists(
    st.builds(Pair, st.sampled_from("ab"), st.sampled_from("ABC"), st.sampled_from([EXACT, BROADER, NARROWER])),
    max_size=6,
    unique=True,
)


@settings(max_examples=300)
@given(PAIRS)
def test_crossing_goes_to_exact_or_broader_alone(pairs: list[Pair]) -> None:
    crossing = walk(*pairs, Pair("a", "A", BROADER), Pair("b", "C", NARROWER)).forward("a")
    allowed = {pair.right for pair in pairs if pair.left == "a" and pair.agreement is not NARROWER} | {"A"}
    assert crossing.to is None or crossing.to.code in allowed


@settings(max_examples=300)
@given(PAIRS)
def test_turning_a_pair_twice_gives_it_back(pairs: list[Pair]) -> None:
    assert [pair.turned().turned() for pair in pairs] == pairs
