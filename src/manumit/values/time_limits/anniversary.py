"""Months and years, safe over short months and leap days.

One rule: the last day is the day of the same number in the target month, or that month's last day where it has no such
day; it is in time until its midnight. 29 February 2024 and two years: through 28 February 2026. 31 January and one
month: through 28 or 29 February. Nobody gains a day by beginning on a leap day.
"""

from calendar import monthrange
from dataclasses import dataclass
from datetime import date, datetime
from typing import ClassVar
from zoneinfo import ZoneInfo

from .calendar_days import later_by_days
from .time_limit import day_of, end_of

YEAR = 12


@dataclass(frozen=True, slots=True)
class Months:
    """`amount` months after the day of the start."""

    amount: int
    calendar: ClassVar[str] = "anniversary"
    by_day: ClassVar[bool] = True
    pausable: ClassVar[bool] = True

    def due(self, start: datetime, zone: ZoneInfo) -> datetime:
        """Return the midnight that ends the last day."""
        return end_of(months_later(day_of(start, zone), self.amount), zone)

    def after_pause(self, due: datetime, begins: datetime, ends: datetime, zone: ZoneInfo) -> datetime:
        """Return `due` later by the days of the pause."""
        return later_by_days(due, begins, ends, zone)


@dataclass(frozen=True, slots=True)
class Years:
    """`amount` years after the day of the start."""

    amount: int
    calendar: ClassVar[str] = "anniversary"
    by_day: ClassVar[bool] = True
    pausable: ClassVar[bool] = True

    def due(self, start: datetime, zone: ZoneInfo) -> datetime:
        """Return the midnight that ends the last day."""
        return Months(self.amount * YEAR).due(start, zone)

    def after_pause(self, due: datetime, begins: datetime, ends: datetime, zone: ZoneInfo) -> datetime:
        """Return `due` later by the days of the pause."""
        return later_by_days(due, begins, ends, zone)


def months_later(day: date, months: int, wanted: int = 0) -> date:
    """Return the day number `wanted` (that of `day` where 0) `months` after, or the last of a shorter month."""
    year, month = divmod(day.year * YEAR + day.month - 1 + months, YEAR)
    return date(year, month + 1, min(wanted or day.day, monthrange(year, month + 1)[1]))
