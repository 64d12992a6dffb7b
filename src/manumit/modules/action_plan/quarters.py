"""Quarters of the calendar year, in which agencies report: `2026-Q3`."""

import re
from datetime import date

FORM = re.compile(r"(\d{4})-Q([1-4])")
LAST_DAYS = {1: (3, 31), 2: (6, 30), 3: (9, 30), 4: (12, 31)}


def quarter_of(day: date) -> str:
    """Return the quarter `day` lies in."""
    return f"{day.year}-Q{(day.month - 1) // 3 + 1}"


def last_day(quarter: str) -> date:
    """Return the day on which reports of `quarter` are due. Raises ValueError for no quarter."""
    if not (found := FORM.fullmatch(quarter)):
        raise ValueError(f"{quarter!r} is no quarter: write it like 2026-Q3")
    return date(int(found[1]), *LAST_DAYS[int(found[2])])


def before(quarter: str) -> str:
    """Return the quarter before."""
    day = last_day(quarter)
    return f"{day.year - 1}-Q4" if day.month == 3 else f"{day.year}-Q{day.month // 3 - 1}"
