"""Business days: Monday to Friday without the legal public holidays of the United States (5 USC 6103).

The holidays, with the days on which they are observed, come from the `holidays` library. A holiday on a Saturday is
observed on the Friday before, one on a Sunday on the Monday after.
"""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import lru_cache
from typing import ClassVar
from zoneinfo import ZoneInfo

from .time_limit import day_of, end_of, last_day

SATURDAY = 5
ONE = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class BusinessDays:
    """`amount` business days after the day of the start, whichever day that is."""

    amount: int
    calendar: ClassVar[str] = "business_days"
    by_day: ClassVar[bool] = True
    pausable: ClassVar[bool] = True

    def due(self, start: datetime, zone: ZoneInfo) -> datetime:
        """Return the midnight that ends the last business day."""
        return end_of(_later(day_of(start, zone), self.amount), zone)

    def after_pause(self, due: datetime, begins: datetime, ends: datetime, zone: ZoneInfo) -> datetime:
        """Return `due` later by the business days after the day the pause began, up to the day it ended.

        A clock that goes on after its last day goes on to the end of a business day.
        """
        resumed = day_of(ends, zone)
        last = _later(last_day(due, zone), _between(day_of(begins, zone), resumed))
        return end_of(last if last >= resumed else _later(resumed, 1), zone)


def is_business_day(day: date) -> bool:
    """Whether offices of the United States work on `day`."""
    return day.weekday() < SATURDAY and day not in _federal(day.year)


@lru_cache(maxsize=64)
def _federal(year: int) -> frozenset[date]:
    import holidays

    return frozenset(holidays.country_holidays("US", years=year, observed=True))


def _later(day: date, amount: int) -> date:
    """Return the `amount`-th business day after `day`; `day` itself for none."""
    while amount:
        day += ONE
        amount -= is_business_day(day)
    return day


def _between(after: date, until: date) -> int:
    return sum(is_business_day(after + timedelta(days=number)) for number in range(1, (until - after).days + 1))
