"""Ranges: height and weight as they are really known, a number or from a lowest to a highest."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from manumit.linkage import comparison
from manumit.linkage.comparison import BadValue, Codes, Columns, Comparison, Key, Level, better

SAME, AGREE, NEAR, OFF, APART = range(5)


class Span(Comparison):
    """A number or a range of numbers.

    `close` is how far both ranges together may reach and still count as the same, `near` and `off` how far two ranges
    may stand apart, all in the field's unit. Two wide ranges that meet say little, two narrow ones more.
    """

    name = "range"
    key = np.dtype([("low", np.int32), ("high", np.int32)])

    def __init__(self, unit: str, close: float, near: float, off: float, *, least: float, most: float) -> None:
        self.unit = unit
        self._close, self._near, self._off = (round(10 * number) for number in (close, near, off))
        self._least, self._most = least, most
        self.levels = (
            Level("same", f"The same within {close:g} {unit}."),
            Level("agree", "The ranges meet."),
            Level("near", f"At most {near:g} {unit} apart."),
            Level("off", f"At most {off:g} {unit} apart."),
            Level("apart", f"More than {off:g} {unit} apart."),
        )

    def read(self, value: object, field: str) -> Sequence[Key]:
        """Return lowest and highest in tenths; an end that is not known reaches as far as people do."""
        if isinstance(value, dict):
            low, high = (self._end(value.get(end), field) for end in ("low", "high"))
        else:
            low = high = self._end(value, field)
        if low is None and high is None:
            return []
        low, high = self._least if low is None else low, self._most if high is None else high
        if low > high:
            raise BadValue(field, f"the range begins at {low:g}, above its end {high:g}")
        return [(round(10 * low), round(10 * high))]

    def show(self, key: Key) -> str:
        """`62 to 64 in`."""
        low, high = (f"{end / 10:g}" for end in key)
        return f"{low} {self.unit}" if low == high else f"{low} to {high} {self.unit}"

    def compare(self, left: Columns, right: Columns) -> Codes:
        """Return the levels by the gap between the ranges and the reach of both together."""
        gap = np.maximum(left["low"], right["low"]) - np.minimum(left["high"], right["high"])
        reach = np.maximum(left["high"], right["high"]) - np.minimum(left["low"], right["low"])
        levels = comparison.begin(left, right, APART)
        better(levels, OFF, gap <= self._off)
        better(levels, NEAR, gap <= self._near)
        better(levels, AGREE, gap <= 0)
        better(levels, SAME, reach <= self._close)
        return levels

    def _end(self, value: object, field: str) -> float | None:
        if value is None:
            return None
        if isinstance(value, bool) or not isinstance(value, int | float):
            raise BadValue(field, f"{value!r} is no number of {self.unit}")
        if not self._least <= value <= self._most:
            raise BadValue(field, f"{value:g} {self.unit} is outside {self._least:g} to {self._most:g}")
        return float(value)
