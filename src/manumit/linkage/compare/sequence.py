"""Dates that must not cross: who was spoken to after the remains were found is somebody else."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from manumit.linkage import comparison
from manumit.linkage.comparison import BadValue, Codes, Columns, Comparison, Key, Level
from manumit.values.date_text import BadDate
from manumit.values.partial_date import PartialDate

YEAR, FIVE, MORE, CROSSED = range(4)
_FIRST, _LAST = 1, 4_000_000  # ordinals beyond any date


class Order(Comparison):
    """Two dates of which the first cannot be after the second: last contact, and the day remains were found.

    Dates that certainly cross speak strongly against, but are never taken for proof: either may be mistaken. The time
    between them says a little. A date known in part, or two dates of the same kind, cross nothing.
    """

    name = "order"
    key = np.dtype([("second", np.int8), ("earliest", np.int32), ("latest", np.int32)])
    levels = (
        Level("year", "In order, at most a year between them.", ordered=False),
        Level("five years", "In order, at most five years between them.", ordered=False),
        Level("more", "In order, more than five years between them.", ordered=False),
        Level("crossed", "The first is certainly after the second.", ordered=False),
    )

    def __init__(self, first: str, second: str) -> None:
        self._fields = (first, second)

    def read(self, value: object, field: str) -> Sequence[Key]:
        """Return which of the two the date is, and the first and last day it can be."""
        try:
            read = PartialDate.parse(comparison.a_text(value, field))
        except BadDate as error:
            raise BadValue(field, str(error)) from None
        if not read.is_certain:
            return []
        earliest = read.earliest.toordinal() if read.earliest else _FIRST
        latest = read.latest.toordinal() if read.latest else _LAST
        return [(self._fields.index(field), earliest, latest)]

    def compare(self, left: Columns, right: Columns) -> Codes:
        """Return the levels; a pair of two dates of one kind is missing."""
        swap = left["second"] > right["second"]
        first = {end: np.where(swap, right[end], left[end]) for end in ("earliest", "latest")}
        second = {end: np.where(swap, left[end], right[end]) for end in ("earliest", "latest")}
        between = second["latest"] - first["earliest"]
        levels = np.select([between < 0, between <= 366, between <= 5 * 366], [CROSSED, YEAR, FIVE], MORE)
        levels = levels.astype(np.uint8)
        levels[np.broadcast_to(left["second"] == right["second"], levels.shape)] = comparison.MISSING
        return levels

    def show(self, key: Key) -> str:
        """The first day, and the last where it is another."""
        from datetime import date

        days = [date.fromordinal(day).isoformat() for day in key[1:] if _FIRST < day < _LAST]
        return " to ".join(dict.fromkeys(days))
