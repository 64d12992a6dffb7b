"""Days reckoned a second time for the model: two years, business days, holidays; no line of the product's own."""

from datetime import UTC, date, datetime, time, timedelta
from functools import lru_cache
from zoneinfo import ZoneInfo

DAY = timedelta(days=1)
FIXED = ((1, 1), (6, 19), (7, 4), (11, 11), (12, 25))
"""Month and day of holidays that have one."""
NTH = ((1, 0, 3), (2, 0, 3), (9, 0, 1), (10, 0, 2), (11, 3, 4))
"""Month, weekday (Monday is 0) and which of them: King, Washington, Labor, Columbus, Thanksgiving."""


def two_years_after(day: date) -> date:
    """Return the day of the same number two years later; the 28th of February for its 29th."""
    return day.replace(year=day.year + 2, day=28) if (day.month, day.day) == (2, 29) else day.replace(year=day.year + 2)


@lru_cache(maxsize=128)
def holidays(year: int) -> frozenset[date]:
    """Return the days on which federal offices are closed in `year` besides weekends. Source: 5 USC 6103."""
    days = {_observed(date(of, month, day)) for of in (year, year + 1) for month, day in FIXED}
    days |= {_nth(year, *rule) for rule in NTH}
    last_of_may = date(year, 5, 31)
    days.add(last_of_may - last_of_may.weekday() * DAY)
    return frozenset(day for day in days if day.year == year)


def _observed(day: date) -> date:
    return day + {5: -DAY, 6: DAY}.get(day.weekday(), timedelta())


def _nth(year: int, month: int, weekday: int, which: int) -> date:
    first = date(year, month, 1)
    return first + timedelta(days=(weekday - first.weekday()) % 7 + 7 * (which - 1))


def works(day: date) -> bool:
    """Whether `day` is a business day."""
    return day.weekday() < 5 and day not in holidays(day.year)


def business_days_after(day: date, count: int) -> date:
    """Return the `count`-th business day after `day`."""
    while count:
        day += DAY
        count -= works(day)
    return day


def day_in(moment: datetime, zone: ZoneInfo) -> date:
    """Return the day of a moment in a zone."""
    return moment.astimezone(zone).date()


def midnight_after(day: date, zone: ZoneInfo) -> datetime:
    """Return the moment a day ends in a zone."""
    return datetime.combine(day + DAY, time(), zone).astimezone(UTC)


def moved_by_pause(last: date, began: date, ended: date) -> date:
    """Return the last business day of a clock after it stood still from `began` to `ended`."""
    missed = sum(works(began + number * DAY) for number in range(1, (ended - began).days + 1))
    moved = business_days_after(last, missed)
    return moved if moved >= ended else business_days_after(ended, 1)
