"""Ranges with unknown ends never claim more than is known."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from manumit.values.ranges import Range

ends = st.none() | st.decimals(-1000, 1000, places=2)
values = st.decimals(-1000, 1000, places=2)


@st.composite
def ranges(draw: st.DrawFn) -> Range:
    low, high = draw(ends), draw(ends)
    if low is not None and high is not None and low > high:
        low, high = high, low
    return Range(low, high)


@given(ranges(), ranges(), values)
def test_what_both_hold_is_in_what_they_have_in_common(one: Range, other: Range, value: Decimal) -> None:
    common = one.meet(other)
    assert (one.contains(value) and other.contains(value)) == (common is not None and common.contains(value))


@given(ranges(), ranges())
def test_overlapping_is_mutual_and_excludes_certainly_below(one: Range, other: Range) -> None:
    assert one.overlaps(other) == other.overlaps(one)
    assert not (one.overlaps(other) and one.certainly_below(other))


@given(ranges(), values, values)
def test_certainly_below_holds_for_every_pair_of_members(one: Range, first: Decimal, second: Decimal) -> None:
    other = Range(first, None)
    if one.certainly_below(other) and one.contains(second):
        assert second < first


@given(ranges(), st.decimals(0, 10, places=2))
def test_a_widened_range_still_holds_its_ends(one: Range, by: Decimal) -> None:
    wide = one.widened(by)
    assert all(wide.contains(end) for end in (one.low, one.high) if end is not None)


@pytest.mark.parametrize(
    ("range_", "words"),
    [
        (Range(Decimal(20), Decimal("40.0")), "20 to 40"),
        (Range.point(Decimal("0.50")), "0.5"),
        (Range(Decimal(100), None), "100 or more"),
        (Range(None, Decimal(0)), "up to 0"),
        (Range(), "unknown"),
    ],
)
def test_written_in_words(range_: Range, words: str) -> None:
    assert str(range_) == words


def test_width_is_known_only_with_both_ends() -> None:
    assert Range(Decimal(2), Decimal(5)).width == 3
    assert Range(Decimal(2)).width is None


def test_ends_the_wrong_way_round_are_refused() -> None:
    with pytest.raises(ValueError, match="begins at 5, above its end 2"):
        Range(Decimal(5), Decimal(2))


def test_an_end_that_is_no_number_is_refused() -> None:
    with pytest.raises(ValueError, match="is no end of a range"):
        Range(Decimal("NaN"))
