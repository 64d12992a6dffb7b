"""Hours that run through nights, weekends and changes of the clock."""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import ClassVar
from zoneinfo import ZoneInfo


@dataclass(frozen=True, slots=True)
class Hours:
    """`amount` hours of elapsed time: when clocks are put forward they are not shortened."""

    amount: int
    calendar: ClassVar[str] = "elapsed"
    by_day: ClassVar[bool] = False
    pausable: ClassVar[bool] = True

    def due(self, start: datetime, zone: ZoneInfo) -> datetime:
        """Return the moment `amount` hours after `start`, wherever the zone."""
        return start.astimezone(UTC) + timedelta(hours=self.amount)

    def after_pause(self, due: datetime, begins: datetime, ends: datetime, zone: ZoneInfo) -> datetime:
        """Return `due` later by as long as the pause lasted."""
        return due + (ends.astimezone(UTC) - begins.astimezone(UTC))
