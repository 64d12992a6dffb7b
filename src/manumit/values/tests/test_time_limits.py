"""Limits of time: hours run through changes of the clock, days are a zone's, pauses are left out."""

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from manumit.values.time_limits import (
    BadPause,
    BusinessDays,
    DayAfterMonths,
    Days,
    Hours,
    Moment,
    Months,
    Pause,
    YearDay,
    Years,
    due_with,
    is_business_day,
    last_day,
)

ZONES = [
    ZoneInfo(f"America/{name}")
    for name in ("New_York", "Chicago", "Denver", "Phoenix", "Anchorage", "Adak", "Puerto_Rico", "Havana")
] + [ZoneInfo("Pacific/Honolulu"), ZoneInfo("Pacific/Guam"), ZoneInfo("UTC")]
DENVER = ZoneInfo("America/Denver")
zones = st.sampled_from(ZONES)
epoch = datetime(2000, 1, 1, tzinfo=UTC)
moments = st.integers(0, 90 * 366 * 86400).map(lambda seconds: epoch + timedelta(seconds=seconds))
amounts = st.integers(1, 40)
counted = st.one_of(
    st.builds(Hours, amounts), st.builds(Days, amounts), st.builds(BusinessDays, amounts),
    st.builds(Months, amounts), st.builds(Years, st.integers(1, 10)),
)  # fmt: skip
waits = st.timedeltas(timedelta(0), timedelta(days=30))


def noon(text: str, zone: ZoneInfo = DENVER) -> datetime:
    return datetime.fromisoformat(f"{text}T12:00").replace(tzinfo=zone)


@pytest.mark.parametrize(
    ("limit", "start", "last"),
    [
        (Years(2), "2024-02-29", "2026-02-28"),
        (Years(4), "2024-02-29", "2028-02-29"),
        (Years(2), "2024-03-01", "2026-03-01"),
        (Years(1), "2023-02-28", "2024-02-28"),
        (Months(1), "2025-01-31", "2025-02-28"),
        (Months(1), "2024-01-31", "2024-02-29"),
        (Months(3), "2024-11-30", "2025-02-28"),
        (Days(90), "2024-01-01", "2024-03-31"),
        (Days(1), "2025-03-08", "2025-03-09"),  # a day of 23 hours
        (BusinessDays(10), "2025-12-22", "2026-01-07"),  # Christmas and New Year's Day
        (BusinessDays(1), "2026-07-02", "2026-07-06"),  # 3 July: Independence Day observed
        (BusinessDays(1), "2021-12-30", "2022-01-03"),  # 31 December 2021: New Year's Day observed
        (BusinessDays(1), "2021-06-17", "2021-06-21"),  # the first Juneteenth, observed on the Friday
        (BusinessDays(5), "2026-11-21", "2026-11-30"),  # begun on a Saturday, over Thanksgiving
        (YearDay(9, 30), "2025-06-30", "2025-09-30"),
        (YearDay(9, 30), "2025-10-01", "2026-09-30"),
        (DayAfterMonths(2, 15), "2022-10-31", "2022-12-15"),
        (DayAfterMonths(2, 15), "2022-12-31", "2023-02-15"),
    ],
)
def test_the_last_day_in_time(limit, start, last):
    assert last_day(limit.due(noon(start), DENVER), DENVER) == date.fromisoformat(last)


def test_hours_run_through_a_night_of_23_hours():
    begun = datetime(2025, 3, 9, 0, 30, tzinfo=DENVER)
    assert Hours(2).due(begun, DENVER).astimezone(DENVER).strftime("%H:%M %Z") == "03:30 MDT"


def test_a_day_is_the_zones():
    late_in_guam = datetime(2025, 5, 1, 20, tzinfo=UTC)
    assert last_day(Days(1).due(late_in_guam, ZoneInfo("Pacific/Guam")), ZoneInfo("Pacific/Guam")) == date(2025, 5, 3)
    assert last_day(Days(1).due(late_in_guam, DENVER), DENVER) == date(2025, 5, 2)


def test_a_published_moment_keeps_its_zone():
    at = datetime(2025, 3, 7, 23, 59, tzinfo=ZoneInfo("America/Los_Angeles"))
    assert Moment(at).due(noon("2025-01-01"), DENVER) == datetime(2025, 3, 8, 7, 59, tzinfo=UTC)


@pytest.mark.parametrize("day", ["2026-01-19", "2026-11-26", "2026-12-25", "2026-07-03", "2026-07-04", "2026-06-20"])
def test_no_business_on(day):
    assert not is_business_day(date.fromisoformat(day))


@given(counted, moments, zones)
@settings(max_examples=150)
def test_a_limit_ends_after_its_start_and_days_end_at_midnight(limit, start, zone):
    due = limit.due(start, zone)
    assert due > start
    if limit.by_day:
        before, after = (due - timedelta(seconds=1)).astimezone(zone), due.astimezone(zone)
        assert before.date() < after.date()
        assert last_day(due, zone) == before.date()


@given(amounts, moments, zones)
@settings(max_examples=100)
def test_business_days_are_as_many_as_asked(amount, start, zone):
    last = last_day(BusinessDays(amount).due(start, zone), zone)
    begun = start.astimezone(zone).date()
    days = [begun + timedelta(days=number) for number in range(1, (last - begun).days + 1)]
    assert sum(map(is_business_day, days)) == amount
    assert is_business_day(last)


@given(counted, moments, zones, st.lists(st.tuples(waits, waits), max_size=4))
@settings(max_examples=200)
def test_pauses_never_bring_the_end_nearer_and_an_open_one_hides_it(limit, start, zone, steps):
    pauses, at = [], start
    for wait, length in steps:
        pauses.append(Pause(at + wait, at + wait + length))
        at += wait + length
    due, plain = due_with(limit, start, pauses, zone), limit.due(start, zone)
    assert due is not None
    assert due >= plain
    assert due_with(limit, start, [*pauses, Pause(max(at, due))], zone) == due, "what is late stays late"
    if at < due:
        assert due_with(limit, start, [*pauses, Pause(at)], zone) is None


@given(counted, moments, zones, st.tuples(waits, waits, waits))
@settings(max_examples=200)
def test_a_pause_cut_in_two_is_the_same_pause(limit, start, zone, lengths):
    wait, first, second = lengths
    begins, cut = start + wait, start + wait + first
    whole = due_with(limit, start, [Pause(begins, cut + second)], zone)
    assert due_with(limit, start, [Pause(begins, cut), Pause(cut, cut + second)], zone) == whole


@given(amounts, moments, zones, waits, waits)
@settings(max_examples=100)
def test_hours_paused_are_added_exactly(amount, start, zone, wait, length):
    plain = Hours(amount).due(start, zone)
    due = due_with(Hours(amount), start, [Pause(start + wait, start + wait + length)], zone)
    assert due == (plain + length if start + wait < plain else plain)


@pytest.mark.parametrize(
    "pauses",
    [
        [Pause(noon("2025-01-01"))],
        [Pause(noon("2025-02-05"), noon("2025-02-04"))],
        [Pause(noon("2025-02-03"), noon("2025-02-06")), Pause(noon("2025-02-05"), noon("2025-02-07"))],
        [Pause(noon("2025-02-03")), Pause(noon("2025-02-05"))],
    ],
)
def test_pauses_that_cannot_be(pauses):
    with pytest.raises(BadPause):
        due_with(Days(30), noon("2025-02-01"), pauses, DENVER)


@pytest.mark.parametrize(
    ("limit", "begins", "ends", "last"),
    [
        (Days(30), "2025-02-03", "2025-02-10", "2025-03-03"),
        (Days(30), "2025-02-03", "2025-02-03", "2025-02-24"),
        (BusinessDays(10), "2025-02-03", "2025-02-18", "2025-03-03"),  # Presidents' Day counts for nobody
        (BusinessDays(4), "2025-02-06", "2025-02-08", "2025-02-10"),  # paused on its last day, resumed on a Saturday
        (Months(1), "2025-02-03", "2025-02-05", "2025-03-02"),
        (Years(2), "2025-02-03", "2025-02-05", "2027-02-02"),
    ],
)
def test_a_pause_moves_the_last_day(limit, begins, ends, last):
    start = noon("2025-01-31") if isinstance(limit, Months | Years | BusinessDays) else noon("2025-01-25")
    due = due_with(limit, start, [Pause(noon(begins), noon(ends))], DENVER)
    assert last_day(due, DENVER) == date.fromisoformat(last)


def test_no_pause_moves_a_date_of_the_calendar():
    with pytest.raises(BadPause, match="calendar"):
        due_with(YearDay(9, 30), noon("2025-02-01"), [Pause(noon("2025-03-01"))], DENVER)
