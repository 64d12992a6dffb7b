"""Limits that the calendar sets and no pause moves."""

from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import ClassVar
from zoneinfo import ZoneInfo

from .anniversary import months_later
from .time_limit import day_of, end_of


class _Fixed:
    """What limits set by the calendar have in common."""

    __slots__ = ()
    calendar: ClassVar[str] = "fixed"
    pausable: ClassVar[bool] = False

    def after_pause(self, due: datetime, begins: datetime, ends: datetime, zone: ZoneInfo) -> datetime:
        """Return `due` as it is."""
        return due


@dataclass(frozen=True, slots=True)
class YearDay(_Fixed):
    """The first `month`/`day` on or after the day of the start: a report due by 30 September of each year."""

    month: int
    day: int
    by_day: ClassVar[bool] = True

    def due(self, start: datetime, zone: ZoneInfo) -> datetime:
        """Return the midnight that ends the day."""
        begun = day_of(start, zone)
        this_year = date(begun.year, self.month, self.day)
        return end_of(this_year if begun <= this_year else this_year.replace(year=begun.year + 1), zone)


@dataclass(frozen=True, slots=True)
class DayAfterMonths(_Fixed):
    """Day `day` of the month `months` after the start's: the 15th of the second month after a reporting month."""

    months: int
    day: int
    by_day: ClassVar[bool] = True

    def due(self, start: datetime, zone: ZoneInfo) -> datetime:
        """Return the midnight that ends the day."""
        return end_of(months_later(day_of(start, zone), self.months, self.day), zone)


@dataclass(frozen=True, slots=True)
class Moment(_Fixed):
    """One published moment, in the zone that its notice names; the minute named is the first too late."""

    at: datetime
    by_day: ClassVar[bool] = False

    def due(self, start: datetime, zone: ZoneInfo) -> datetime:
        """Return the moment, wherever `start` and `zone`."""
        return self.at.astimezone(UTC)
