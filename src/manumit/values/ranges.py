"""Closed ranges of numbers whose ends may be unknown: how age, height and weight are really known."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal


@dataclass(frozen=True, slots=True)
class Range:
    """All numbers from `low` to `high`, both included; None means that end is unknown.

    Raises ValueError where low is above high or an end is no finite number.
    """

    low: Decimal | None = None
    high: Decimal | None = None

    def __post_init__(self) -> None:
        for end in (self.low, self.high):
            if end is not None and not end.is_finite():
                raise ValueError(f"{end} is no end of a range")
        if self.low is not None and self.high is not None and self.low > self.high:
            raise ValueError(f"the range begins at {self.low}, above its end {self.high}")

    @classmethod
    def point(cls, value: Decimal) -> Range:
        """The range that holds one number."""
        return cls(value, value)

    @property
    def is_unknown(self) -> bool:
        """True where neither end is known."""
        return self.low is None and self.high is None

    @property
    def is_point(self) -> bool:
        """True where the range holds one number only."""
        return self.low is not None and self.low == self.high

    @property
    def width(self) -> Decimal | None:
        """High minus low, or None where an end is unknown."""
        return None if self.low is None or self.high is None else self.high - self.low

    def contains(self, value: Decimal) -> bool:
        """Say whether `value` may lie in the range: an unknown end excludes nothing."""
        above = self.low is None or self.low <= value
        return above and (self.high is None or value <= self.high)

    def overlaps(self, other: Range) -> bool:
        """Say whether both ranges may hold one and the same number."""
        return not (self.certainly_below(other) or other.certainly_below(self))

    def certainly_below(self, other: Range) -> bool:
        """Say whether every number here is below every number of `other`; False while that is not known."""
        return self.high is not None and other.low is not None and self.high < other.low

    def meet(self, other: Range) -> Range | None:
        """Return what both ranges have in common, or None where they cannot overlap."""
        if not self.overlaps(other):
            return None
        lows = [end for end in (self.low, other.low) if end is not None]
        highs = [end for end in (self.high, other.high) if end is not None]
        return Range(max(lows, default=None), min(highs, default=None))

    def widened(self, by: Decimal) -> Range:
        """Return the range with `by` more room at each known end."""
        return Range(_plus(self.low, -by), _plus(self.high, by))

    def __str__(self) -> str:
        """The range in words: `20 to 40`, `20`, `20 or more`, `up to 40`, `unknown`."""
        if self.is_point or self.is_unknown:
            return "unknown" if self.low is None else _plain(self.low)
        if self.low is None or self.high is None:
            return _half_open(self)
        return f"{_plain(self.low)} to {_plain(self.high)}"


def _plus(end: Decimal | None, amount: Decimal) -> Decimal | None:
    return None if end is None else end + amount


def _half_open(range_: Range) -> str:
    if range_.low is not None:
        return f"{_plain(range_.low)} or more"
    return f"up to {_plain(range_.high or Decimal(0))}"


def _plain(number: Decimal) -> str:
    return f"{number.normalize():f}"
