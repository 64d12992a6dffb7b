"""Birth: a date, a part of one, or an age that was stated for a date."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from functools import lru_cache

import numpy as np

from manumit.linkage import comparison
from manumit.linkage.comparison import BadValue, Codes, Columns, Comparison, Key, Level, Truth, better, sides
from manumit.values.date_text import BadDate
from manumit.values.partial_date import DatePrecision, PartialDate

(SAME, SWAPPED, MONTH_KNOWN, YEAR_DIFFERS, DAY_DIFFERS, MONTH_DIFFERS, YEAR_KNOWN, SAME_YEAR) = range(8)
(AGE_CLOSE, AGE_AGREES, AGE_MAY, TWO_YEARS, FIVE_YEARS, APART) = range(8, 14)

YEAR = 365.25
"""Days."""

_TWO_YEARS, _FIVE_YEARS = round(2 * YEAR) + 1, round(5 * YEAR) + 1


class Birth(Comparison):
    """When a person was born.

    Dates are compared part by part, because each part is mistaken by itself: day and month exchanged, one of the three
    wrong, the day or the month not known. An age stated for a date ("20 to 30 on 1 May 2020") is the range of birth
    dates it leaves open; two ranges that meet say more the narrower they are. Years far apart speak against.
    """

    name = "birth"
    key = np.dtype(
        [("year", np.int16), ("month", np.int8), ("day", np.int8), ("earliest", np.int32), ("latest", np.int32)]
    )
    levels = (
        Level("same", "The same day."),
        Level("swapped", "The same year, day and month exchanged.", ordered=False),
        Level("month known", "The same month and year; the day is not known.", ordered=False),
        Level("year differs", "The same day and month, the year at most ten off.", ordered=False),
        Level("day differs", "The same month and year, another day."),
        Level("month differs", "The same year and day of the month, another month.", ordered=False),
        Level("year known", "The same year; the month is not known.", ordered=False),
        Level("same year", "The same year, another day and month."),
        Level("age close", "The ages agree within three years.", ordered=False),
        Level("age agrees", "The ages agree within twelve years.", ordered=False),
        Level("age may", "The ages, known roughly, can agree.", ordered=False),
        Level("two years", "Up to two years apart."),
        Level("five years", "Up to five years apart."),
        Level("apart", "More than five years apart."),
    )

    def read(self, value: object, field: str) -> Sequence[Key]:
        """Return the parts of the date and the first and last day it can be."""
        if isinstance(value, dict):
            return _of_age(value, field)
        return _of_date(comparison.a_text(value, field), field)

    def term(self, key: Key) -> str:
        """The year, so that training knows how years are spread."""
        return str(key[0]) if key[0] else ""

    def show(self, key: Key) -> str:
        """`1990-02-03`, `1990-02`, `1990`, or `born 1985 to 1990`."""
        year, month, day, earliest, latest = key
        if not year:
            return f"born {date.fromordinal(earliest).year} to {date.fromordinal(latest).year}"
        return "-".join([f"{year:04}", *(f"{part:02}" for part in (month, day) if part)])

    def compare(self, left: Columns, right: Columns) -> Codes:
        """Return the levels, by parts where both sides name a date and by ranges otherwise."""
        gap = np.maximum(left["earliest"], right["earliest"]) - np.minimum(left["latest"], right["latest"])
        levels = np.uint8(APART) - (gap <= _FIVE_YEARS).view(np.uint8) - (gap <= _TWO_YEARS).view(np.uint8)
        undated = np.flatnonzero(np.broadcast_to((left["year"] == 0) | (right["year"] == 0), gap.shape))
        by_parts: Codes = np.minimum(levels, _BY_PARTS[_parts_in_common(left, right)])
        if len(undated):
            by_parts[undated] = _ages(*sides(left, right, undated), levels[undated], gap[undated] <= 0)
        return by_parts


def _ages(left: Columns, right: Columns, levels: Codes, meet: Truth) -> Codes:
    reach = np.maximum(left["latest"], right["latest"]) - np.minimum(left["earliest"], right["earliest"])
    better(levels, AGE_MAY, meet)
    better(levels, AGE_AGREES, meet & (reach <= 12 * YEAR))
    better(levels, AGE_CLOSE, meet & (reach <= 3 * YEAR))
    return levels


_YEAR, _DECADE, _MONTH, _DAY, _MONTHS, _DAYS, _MONTH_IS_DAY, _DAY_IS_MONTH = (1 << place for place in range(8))
_CROSSED = _MONTH_IS_DAY | _DAY_IS_MONTH


def _parts_in_common(left: Columns, right: Columns) -> Codes:
    """Return, as bits, which parts of two dates agree and which are known on both sides.

    One number a pair, looked up in `_BY_PARTS`: a whole vocabulary of dates is compared in a fraction of a millisecond.
    """
    if len(left["year"]) == 1:
        return _looked_up(left, right)
    if len(right["year"]) == 1:
        return _looked_up(right, left)
    off = np.abs(left["year"] - right["year"])
    month, day = left["month"], left["day"]
    facts = (
        off == 0,
        off <= 10,
        month == right["month"],
        day == right["day"],
        (month > 0) & (right["month"] > 0),
        (day > 0) & (right["day"] > 0),
        month == right["day"],
        day == right["month"],
    )
    bits = np.zeros(len(off), np.uint8)
    for place, fact in enumerate(facts):
        bits |= fact.view(np.uint8) << np.uint8(place)
    return bits


def _looked_up(one: Columns, many: Columns) -> Codes:
    """Return the same bits of one date with many: what each year, month and day has in common with it, looked up."""
    year, month, day = (int(one[part][0]) for part in ("year", "month", "day"))
    years, months, days = np.zeros(10_000, np.uint8), np.zeros(13, np.uint8), np.zeros(32, np.uint8)
    years[max(year - 10, 0) : year + 11] = _DECADE
    years[year] |= _YEAR
    months[1:], days[1:] = (_MONTHS if month else 0), (_DAYS if day else 0)
    months[month] |= _MONTH
    days[day] |= _DAY
    if day < len(months):
        months[day] |= _MONTH_IS_DAY
    days[month] |= _DAY_IS_MONTH
    bits: Codes = years[many["year"]] | months[many["month"]] | days[many["day"]]
    return bits


def _level(bits: int) -> int:
    """Return the level of a pair of dates by their parts, `APART` where the parts alone say nothing good."""
    months, days = bool(bits & _MONTHS), bool(bits & _DAYS)
    month, day = months and bool(bits & _MONTH), days and bool(bits & _DAY)
    if not bits & _YEAR:
        return YEAR_DIFFERS if month and day and bits & _DECADE else APART
    ways = (
        (month and day, SAME),
        (months and days and bits & _CROSSED == _CROSSED, SWAPPED),
        (month and not days, MONTH_KNOWN),
        (month, DAY_DIFFERS),
        (day, MONTH_DIFFERS),
        (not months, YEAR_KNOWN),
    )
    return next((level for holds, level in ways if holds), SAME_YEAR)


_BY_PARTS = np.array([_level(bits) for bits in range(256)], np.uint8)


@lru_cache(maxsize=100_000)
def _of_date(text: str, field: str) -> Sequence[Key]:
    try:
        named = PartialDate.parse(text)
    except BadDate as error:
        raise BadValue(field, str(error)) from None
    if named.earliest is None or named.latest is None:
        return []
    earliest, latest = named.earliest, named.latest
    if named.precision is DatePrecision.RANGE:
        return [(0, 0, 0, earliest.toordinal(), latest.toordinal())]
    if named.precision is DatePrecision.APPROXIMATE:
        return [(0, 0, 0, _room(earliest.toordinal() - 366), _room(latest.toordinal() + 366))]
    month = earliest.month if named.precision is not DatePrecision.YEAR else 0
    day = earliest.day if named.precision is DatePrecision.DAY else 0
    return [(earliest.year, month, day, earliest.toordinal(), latest.toordinal())]


def _of_age(value: dict[str, object], field: str) -> Sequence[Key]:
    """Turn an age on a date into the days of birth it leaves open."""
    low, high = (_years(value.get(end), field) for end in ("low", "high"))
    on = _of_date(comparison.a_text(value.get("on", ""), field), field) if value.get("on") else []
    if not on or (low is None and high is None):
        return []
    low, high = 0.0 if low is None else low, 125.0 if high is None else high
    if low > high:
        raise BadValue(field, f"the age begins at {low:g}, above its end {high:g}")
    earliest, latest = on[0][3] - (high + 1) * YEAR, on[0][4] - low * YEAR
    return [(0, 0, 0, _room(round(earliest)), _room(round(latest)))]


def _years(value: object, field: str) -> float | None:
    if value is None:
        return None
    if isinstance(value, bool) or not isinstance(value, int | float) or not 0 <= value <= 125:
        raise BadValue(field, f"{value!r} is no age in years")
    return float(value)


def _room(day: int) -> int:
    return min(max(day, 1), date.max.toordinal())
