"""Each NCIC mark falls into what, where and which side, and comes back from them."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from manumit.values.code_table import UnknownCode
from manumit.values.tables.catalogue import BODY_FEATURE_KIND, BODY_SIDE, BODY_SITE
from manumit.values.tables.ncic_marks import NCIC_MARKS, Mark, code_of, mark_of


def test_every_mark_comes_back_as_the_code_it_was() -> None:
    assert len(NCIC_MARKS) == 939
    NCIC_MARKS.check()
    assert all(code_of(mark_of(row.code)) == (row.code, True) for row in NCIC_MARKS)


def test_the_codes_are_the_published_ones(shared: Path) -> None:
    with (shared / "ncic/ncic_codes_selected.csv").open(encoding="utf-8", newline="") as lines:
        published = {row["code"] for row in csv.DictReader(lines) if row["type"] == "SMTCodeSimpleType"}
    assert {row.code for row in NCIC_MARKS} == published


def test_parts_are_words_of_the_catalogue() -> None:
    for row in NCIC_MARKS:
        mark = mark_of(row.code)
        assert mark.kind in BODY_FEATURE_KIND
        assert not mark.site or mark.site in BODY_SITE
        assert not mark.side or mark.side in BODY_SIDE


@pytest.mark.parametrize(
    ("code", "mark"),
    [
        ("TAT L ARM", Mark("tattoo", "arm", "left")),
        ("tat  ul arm", Mark("tattoo", "upper_arm", "left")),
        ("SC LOW LIP", Mark("scar", "lower_lip")),
        ("MISS R FGR", Mark("amputation", "finger", "right")),
        ("HFR LR JAW", Mark("fracture_healed", "lower_jaw", "right")),
        ("GOLD TOOTH", Mark("dental", "teeth", "", "gold tooth")),
        ("PRCD EARS", Mark("piercing", "ear", "both")),
    ],
)
def test_a_code_is_parted(code: str, mark: Mark) -> None:
    assert mark_of(code) == mark


def test_labels_are_said_in_both_languages() -> None:
    row = NCIC_MARKS.code("CRIP L HND")
    assert row.label == "Unusual form of a body part: hand, left, impaired"
    assert row.spanish.startswith("Forma inusual de una parte del cuerpo: mano, izquierdo")


@pytest.mark.parametrize(
    ("mark", "code"),
    [
        (Mark("birthmark", "neck"), "DISC NECK"),
        (Mark("tattoo", "upper_arm", "unknown"), "TAT ARM"),
        (Mark("tattoo", "hand", "both"), "TAT HAND"),
        (Mark("tattoo", "arm", "left", "an eagle"), "TAT L ARM"),
    ],
)
def test_where_no_code_says_it_all_one_that_says_less_is_given_and_called_so(mark: Mark, code: str) -> None:
    assert code_of(mark) == (code, False)


def test_where_no_code_fits_none_is_given() -> None:
    assert code_of(Mark("nails", "finger", "left")) is None
    assert code_of(Mark("dental", "teeth", "", "a chipped incisor")) is None


def test_an_unknown_code_names_the_nearest() -> None:
    with pytest.raises(UnknownCode, match="TAT L ARM"):
        mark_of("TAT L ARMM")


MARKS = st.builds(
    Mark,
    st.sampled_from([row.code for row in BODY_FEATURE_KIND]),
    st.sampled_from(["", *(row.code for row in BODY_SITE)]),
    st.sampled_from(["", *(row.code for row in BODY_SIDE)]),
    st.sampled_from(["", "an eagle", "blind", "impaired"]),
)


@settings(max_examples=200)
@given(MARKS)
def test_a_code_never_says_more_than_the_mark(mark: Mark) -> None:
    found = code_of(mark)
    if found is None:
        return
    said = mark_of(found[0])
    assert said.side in {mark.side, "unknown", ""}
    assert said.detail in {mark.detail, ""}
    assert found[1] == (said == mark)
