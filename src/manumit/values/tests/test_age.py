"""Ages in the forms people and NamUs write become ranges of years."""

from __future__ import annotations

import contextlib
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from manumit.values.age import Age, BadAge
from manumit.values.ranges import Range


def years(low: str | None, high: str | None) -> Range:
    return Range(low and Decimal(low), high and Decimal(high))


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("82 Years", "82", "82"),
        ("1 Year", "1", "1"),
        ("8 Months", "0.67", "0.67"),
        ("< 1 Year", "0", "1"),
        ("17 - 18 Years", "17", "18"),
        ("6-18 months", "0.5", "1.5"),
        ("27.0", "27", "27"),
        ("27", "27", "27"),
        ("3 weeks", "0.06", "0.06"),
        ("60+ years", "60", None),
        ("20 to 40", "20", "40"),
        (" 100 YEARS ", "100", "100"),
        ("", None, None),
        ("Unknown", None, None),
    ],
)
def test_read_as_a_range_of_years_with_the_words_kept(text: str, low: str | None, high: str | None) -> None:
    age = Age.parse(text)
    assert age.years == years(low, high)
    assert age.text == text


@pytest.mark.parametrize("text", ["old", "-3 Years", "126 Years", "40 - 20 Years", "1e3", "=1+1", "٣ Years x", "999.0"])
def test_what_no_person_can_be_is_refused(text: str) -> None:
    with pytest.raises(BadAge, match="is no age"):
        Age.parse(text)


@pytest.mark.parametrize(
    ("low", "high", "expected"),
    [("27.0", "37.0", years("27", "37")), ("", "", years(None, None)), ("50.0", "", years("50", None))],
)
def test_two_columns_make_one_age(low: str, high: str, expected: Range) -> None:
    assert Age.between(low, high).years == expected


@pytest.mark.parametrize(("low", "high"), [("40.0", "20.0"), ("abc", "3"), ("1", "200"), ("-1", "2"), ("NaN", "")])
def test_two_columns_that_contradict_are_refused(low: str, high: str) -> None:
    with pytest.raises(BadAge):
        Age.between(low, high)


@given(st.text(max_size=12))
def test_any_text_is_an_age_within_a_life_or_a_refusal(text: str) -> None:
    with contextlib.suppress(BadAge):
        low = Age.parse(text).years.low
        assert low is None or 0 <= low <= 125
