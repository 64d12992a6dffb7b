"""Dates of NIEM: a day, a month, a year, or a range with one end or two."""

from __future__ import annotations

import calendar
import re
from datetime import date
from typing import Any

from ...choices import DatePrecision
from .items import Item, Unreadable, Values
from .xml import Element, first, made, text_at

_SHAPES = (("nc:Date", r"\d{4}-\d\d-\d\d"), ("nc:YearMonthDate", r"\d{4}-\d\d"), ("nc:YearDate", r"\d{4}"))


def edtf(field: str, name: str) -> Item:
    """Return the item of a partial date as EDTF writes it: 1987, 1987-05, 1987-05-02, 1960/1965.

    What is none of these is not said by NIEM; `is_edtf` tells.
    """
    return Item(
        lambda values: [made(name, *_points(values[field]))] if is_edtf(values[field]) else [],
        lambda parent: {field: _edtf(first(parent, name))},
    )


def is_edtf(text: str) -> bool:
    """Whether NIEM can say this partial date."""
    ends = text.split("/")
    return len(ends) in {1, 2} and all(_name_of(end) for end in ends)


def _name_of(text: str) -> str:
    return next((name for name, shape in _SHAPES if re.fullmatch(shape, text)), "")


def _points(text: str) -> list[Element]:
    ends = text.split("/")
    if len(ends) == 1:
        return [made(_name_of(text), text=text)]
    sides = zip(("nc:StartDate", "nc:EndDate"), ends, strict=True)
    return [made("nc:DateRange", *(made(side, made(_name_of(end), text=end)) for side, end in sides))]


def _edtf(element: Element | None) -> str:
    if element is None:
        return ""
    limits = first(element, "nc:DateRange")
    if limits is None:
        return _point(element)
    return "/".join(_point(first(limits, side)) for side in ("nc:StartDate", "nc:EndDate"))


def _point(element: Element | None) -> str:
    return next((said for name, _ in _SHAPES if (said := text_at(element, name))), "")


def day(field: str, name: str) -> Item:
    """Return the item of a day."""
    return Item(
        lambda values: [made(name, made("nc:Date", text=values[field].isoformat()))] if values[field] else [],
        lambda parent: {field: _day(name, text_at(parent, name, "nc:Date"))},
    )


def _day(name: str, said: str) -> date | None:
    try:
        return date.fromisoformat(said[:10]) if said else None
    except ValueError:
        raise Unreadable(name, f"{said[:40]!r} is no day: year-month-day") from None


def period(start: str, end: str, name: str) -> Item:
    """Return the item of two days, of which one may be unknown."""

    def put(values: Values) -> list[Element]:
        limits = _limits(values[start], values[end])
        return [made(name, limits)] if limits is not None else []

    def take(parent: Element) -> dict[str, Any]:
        limits = first(parent, name, "nc:DateRange")
        return {
            start: _day(name, text_at(limits, "nc:StartDate", "nc:Date")),
            end: _day(name, text_at(limits, "nc:EndDate", "nc:Date")),
        }

    return Item(put, take)


def _limits(start: date | None, end: date | None) -> Element | None:
    sides = (("nc:StartDate", start), ("nc:EndDate", end))
    told = [made(side, made("nc:Date", text=each.isoformat())) for side, each in sides if each]
    return made("nc:DateRange", *told) if told else None


def last_seen(name: str) -> Item:
    """Return the item of when somebody was last seen, with how exactly that is known."""
    return Item(lambda values: _put_seen(name, values), lambda parent: _take_seen(name, first(parent, name)))


_FIRST, _LAST, _HOW = "last_seen_earliest_on", "last_seen_latest_on", "last_seen_precision"


def _put_seen(name: str, values: Values) -> list[Element]:
    start, end, how = values[_FIRST], values[_LAST], values[_HOW]
    if how == DatePrecision.UNKNOWN or (start is None and end is None):
        return []
    if how == DatePrecision.DAY and start == end:
        return [made(name, made("nc:Date", text=start.isoformat()))]
    if how == DatePrecision.MONTH and (start, end) == month(start):
        return [made(name, made("nc:YearMonthDate", text=f"{start:%Y-%m}"))]
    if how == DatePrecision.YEAR and (start, end) == year(start):
        return [made(name, made("nc:YearDate", text=f"{start:%Y}"))]
    return [made(name, _limits(start, end))]


def _take_seen(name: str, element: Element | None) -> dict[str, Any]:
    if element is None:
        return _seen(None, None, DatePrecision.UNKNOWN)
    if said := text_at(element, "nc:Date"):
        return _seen(_day(name, said), _day(name, said), DatePrecision.DAY)
    if said := text_at(element, "nc:YearMonthDate"):
        return _seen(*month(_day(name, f"{said}-01")), DatePrecision.MONTH)
    if said := text_at(element, "nc:YearDate"):
        return _seen(*year(_day(name, f"{said}-01-01")), DatePrecision.YEAR)
    limits = first(element, "nc:DateRange")
    start, end = (_day(name, text_at(limits, side, "nc:Date")) for side in ("nc:StartDate", "nc:EndDate"))
    return _seen(start, end, DatePrecision.RANGE if start or end else DatePrecision.UNKNOWN)


def _seen(start: date | None, end: date | None, how: DatePrecision) -> dict[str, Any]:
    return {_FIRST: start, _LAST: end, _HOW: how.value}


def sayable_precision(values: Values) -> str:
    """Return the precision NIEM can say of when somebody was last seen: it has no "about", and no time of a day."""
    start, end, how = values[_FIRST], values[_LAST], values[_HOW]
    if start is None and end is None:
        return DatePrecision.UNKNOWN.value
    if start == end and how in {DatePrecision.EXACT, DatePrecision.DAY}:
        return DatePrecision.DAY.value
    fits = {DatePrecision.MONTH: month(start), DatePrecision.YEAR: year(start)}
    return how if fits.get(how) == (start, end) else DatePrecision.RANGE.value


def month(day_in: date | None) -> tuple[date | None, date | None]:
    """Return the first and last day of the month of a day."""
    if day_in is None:
        return None, None
    return day_in.replace(day=1), day_in.replace(day=calendar.monthrange(day_in.year, day_in.month)[1])


def year(day_in: date | None) -> tuple[date | None, date | None]:
    """Return the first and last day of the year of a day."""
    return (date(day_in.year, 1, 1), date(day_in.year, 12, 31)) if day_in else (None, None)
