"""Calendar days: the day of the start is not counted, the last day is in time until its midnight."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import ClassVar
from zoneinfo import ZoneInfo

from .time_limit import day_of, end_of, last_day


@dataclass(frozen=True, slots=True)
class Days:
    """`amount` calendar days after the day of the start."""

    amount: int
    calendar: ClassVar[str] = "days"
    by_day: ClassVar[bool] = True
    pausable: ClassVar[bool] = True

    def due(self, start: datetime, zone: ZoneInfo) -> datetime:
        """Return the midnight that ends the last day."""
        return end_of(day_of(start, zone) + timedelta(days=self.amount), zone)

    def after_pause(self, due: datetime, begins: datetime, ends: datetime, zone: ZoneInfo) -> datetime:
        """Return `due` later by the days of the pause."""
        return later_by_days(due, begins, ends, zone)


def later_by_days(due: datetime, begins: datetime, ends: datetime, zone: ZoneInfo) -> datetime:
    """Return the end of a day moved by the midnights between `begins` and `ends`."""
    paused = day_of(ends, zone) - day_of(begins, zone)
    return end_of(last_day(due, zone) + paused, zone)
