"""Partial dates claim no more than is known, whoever wrote them down."""

from __future__ import annotations

import contextlib
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from manumit.values.date_text import BadDate
from manumit.values.partial_date import DatePrecision, PartialDate
from manumit.values.tables.precision import PRECISION

TODAY = date(2025, 10, 3)
days = st.dates(date(1000, 1, 1), date(2999, 12, 31))
named = (
    st.builds(PartialDate.day, days)
    | st.builds(PartialDate.month, st.integers(1000, 2999), st.integers(1, 12))
    | st.builds(PartialDate.year, st.integers(1000, 2999))
)


@st.composite
def intervals(draw: st.DrawFn) -> PartialDate:
    first, last = sorted(draw(st.tuples(days, days)))
    return PartialDate.between(*draw(st.sampled_from([(first, last), (None, last), (first, None)])))


dates = named | intervals() | st.builds(PartialDate.about, named) | st.just(PartialDate.unknown())


@given(dates)
def test_iso_text_is_read_back_as_it_was(value: PartialDate) -> None:
    assert PartialDate.parse(value.iso) == value


@given(dates, dates, days, days)
def test_certainly_before_holds_for_every_possible_pair_of_days(
    one: PartialDate, other: PartialDate, first: date, second: date
) -> None:
    assert not (one.certainly_before(other) and other.certainly_before(one))
    if one.certainly_before(other) and one.may_be(first) and other.may_be(second):
        assert first < second


@given(named)
def test_about_a_date_nothing_is_certain(value: PartialDate) -> None:
    later = PartialDate.day(date(3000, 1, 1))
    assert value.certainly_before(later)
    assert not PartialDate.about(value).certainly_before(later)
    assert PartialDate.about(value).may_be(date(3000, 1, 1))


@given(st.dates(date(1900, 1, 1), date(2099, 12, 31)), days)
def test_a_two_digit_year_is_the_last_one_not_in_the_future(today: date, written: date) -> None:
    with contextlib.suppress(BadDate):  # 29 February does not exist in each century
        read = PartialDate.parse(f"{written.month}/{written.day}/{written.year % 100:02d}", today).earliest
        assert read is not None
        assert today - timedelta(days=36_600) < read <= today


@pytest.mark.parametrize(
    ("text", "iso"),
    [
        ("06/08/2025", "2025-06-08"),
        ("6/8/2025", "2025-06-08"),
        ("7/2/25", "2025-07-02"),
        ("12/22/25", "1925-12-22"),
        ("12-22-1999", "1999-12-22"),
        ("June 8, 2025", "2025-06-08"),
        ("8 jun 2025", "2025-06-08"),
        ("06/2025", "2025-06"),
        ("Sept. 2025", "2025-09"),
        ("  2025 ", "2025"),
        ("about 2019", "2019~"),
        ("circa June 2019", "2019-06~"),
        ("2025-06/2025-08", "2025-06-01/2025-08-31"),
        ("../2020", "../2020-12-31"),
        ("", "XXXX"),
        ("Unknown", "XXXX"),
    ],
)
def test_read_as_people_write_it(text: str, iso: str) -> None:
    assert PartialDate.parse(text, TODAY).iso == iso


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("02/30/2025", "no day 30 in month 2 of 2025"),
        ("13/01/2025", "no day 1 in month 13"),
        ("2025-13", "no month 13"),
        ("00/2025", "no month 0"),
        ("0000", "no month 1 of the year 0"),
        ("yesterday", "write it like 06/08/2025"),
        ("2025-08/2025-06", "begins on 2025-08-01, after its end"),
        ("../..", "is no date of precision range"),
        ("٠٦/٠٨/٢٠٢٥", "is no date"),
        ("5/0/25", "no day 0"),
    ],
)
def test_a_refusal_says_what_is_wrong(text: str, says: str) -> None:
    with pytest.raises(BadDate, match=says):
        PartialDate.parse(text, TODAY)


def test_a_two_digit_year_needs_to_know_today() -> None:
    with pytest.raises(BadDate, match="write the year in full"):
        PartialDate.parse("7/2/25")


def test_ends_that_do_not_fit_the_precision_are_refused() -> None:
    with pytest.raises(BadDate, match="is no date of precision month"):
        PartialDate(date(2025, 6, 1), date(2025, 6, 29), DatePrecision.MONTH)


@given(st.text(max_size=15) | st.from_regex(r"[0-9./~X-]{1,12}", fullmatch=True))
def test_any_text_is_a_date_or_a_refusal(text: str) -> None:
    with contextlib.suppress(BadDate):
        assert PartialDate.parse(PartialDate.parse(text, TODAY).iso)


def test_each_precision_is_in_the_published_table() -> None:
    assert all(precision.value in PRECISION for precision in DatePrecision)
