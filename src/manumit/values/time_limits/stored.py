"""Limits as JSON, to be kept with a clock that runs or an agency's own setting."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from .anniversary import Months, Years
from .business_days import BusinessDays
from .calendar_days import Days
from .elapsed import Hours
from .fixed_day import DayAfterMonths, Moment, YearDay
from .time_limit import TimeLimit

COUNTED: Mapping[str, type[Hours | Days | BusinessDays | Months | Years]] = {
    "hours": Hours,
    "days": Days,
    "business_days": BusinessDays,
    "months": Months,
    "years": Years,
}
"""Limits that are an amount of a unit, by the unit's name."""
MOST = 100_000


def to_plain(limit: TimeLimit) -> dict[str, Any]:
    """Return `limit` as JSON values: `{"unit": "days", "amount": 90}`."""
    match limit:
        case Moment(at):
            return {"unit": "moment", "at": at.isoformat()}
        case YearDay(month, day):
            return {"unit": "year_day", "month": month, "day": day}
        case DayAfterMonths(months, day):
            return {"unit": "day_after_months", "months": months, "day": day}
    unit = next(name for name, counted in COUNTED.items() if isinstance(limit, counted))
    return {"unit": unit, "amount": limit.amount}  # type: ignore[attr-defined]


def counted(unit: str, amount: int) -> TimeLimit:
    """Return the limit of `amount` of `unit`. Raises ValueError for an unknown unit or an amount out of reason."""
    if unit not in COUNTED or not 0 < amount <= MOST:
        raise ValueError(f"{amount} {unit} is no limit: give a whole number above 0 of {', '.join(COUNTED)}.")
    return COUNTED[unit](amount)


def from_plain(stored: Mapping[str, Any]) -> TimeLimit:
    """Return what `to_plain` stored. Raises ValueError, KeyError for anything else."""
    match stored["unit"]:
        case "moment":
            return Moment(datetime.fromisoformat(stored["at"]))
        case "year_day":
            return YearDay(stored["month"], stored["day"])
        case "day_after_months":
            return DayAfterMonths(stored["months"], stored["day"])
    return counted(stored["unit"], stored["amount"])
