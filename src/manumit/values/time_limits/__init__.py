"""Limits of time as laws set them: from a start to the moment that is too late, in a calendar, with pauses left out.

A limit's `due` is the first moment that is too late: two hours after the start, or the midnight that ends the last
day. `due_with` moves it by pauses. Days are those of a named zone, since a day in Guam is not a day in Maine.
"""

from .anniversary import Months, Years
from .business_days import BusinessDays, is_business_day
from .calendar_days import Days
from .elapsed import Hours
from .fixed_day import DayAfterMonths, Moment, YearDay
from .pauses import BadPause, Pause, due_with
from .stored import COUNTED, counted, from_plain, to_plain
from .time_limit import TimeLimit, last_day

__all__ = [
    "COUNTED",
    "BadPause",
    "BusinessDays",
    "DayAfterMonths",
    "Days",
    "Hours",
    "Moment",
    "Months",
    "Pause",
    "TimeLimit",
    "YearDay",
    "Years",
    "counted",
    "due_with",
    "from_plain",
    "is_business_day",
    "last_day",
    "to_plain",
]
