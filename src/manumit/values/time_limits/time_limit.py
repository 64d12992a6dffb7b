"""What every limit of time can say."""

from datetime import UTC, date, datetime, time, timedelta
from typing import ClassVar, Protocol
from zoneinfo import ZoneInfo

INSTANT = timedelta(microseconds=1)


class TimeLimit(Protocol):
    """A limit of time. `by_day` limits end with a day, others at a moment; those not `pausable` stand still for nobody.

    `calendar` names how it counts: `elapsed`, `days`, `business_days`, `anniversary` or `fixed`.
    """

    calendar: ClassVar[str]
    by_day: ClassVar[bool]
    pausable: ClassVar[bool]

    def due(self, start: datetime, zone: ZoneInfo) -> datetime:
        """Return the first moment that is too late for a clock started at `start` (aware); days are those of `zone`."""
        ...

    def after_pause(self, due: datetime, begins: datetime, ends: datetime, zone: ZoneInfo) -> datetime:
        """Return `due` moved by a pause that began before it."""
        ...


def end_of(day: date, zone: ZoneInfo) -> datetime:
    """Return the moment (UTC) at which `day` ends in `zone`."""
    return datetime.combine(day + timedelta(days=1), time.min, zone).astimezone(UTC)


def day_of(moment: datetime, zone: ZoneInfo) -> date:
    """Return the day of `moment` in `zone`."""
    return moment.astimezone(zone).date()


def last_day(due: datetime, zone: ZoneInfo) -> date:
    """Return the last day that is in time, for a limit that ends with a day."""
    return day_of(due - INSTANT, zone)
