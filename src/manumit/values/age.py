"""An age as reported, read as a range of years.

NamUs writes `82 Years`, `8 Months`, `< 1 Year`, `17 - 18 Years` for the missing, and for remains two columns of years
such as `27.0` and `37.0`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache

from manumit.values.ranges import Range

OLDEST = Decimal(125)
"""Years. An age above it is a typing error: the oldest age on record is 122."""

_UNITS = {"year": Decimal(1), "month": Decimal(12), "week": Decimal(52), "day": Decimal(365)}
_NUMBER = r"\d{1,4}(?:\.\d{1,2})?"
_AGE = re.compile(
    rf"(?P<less><\s*)?(?P<low>{_NUMBER})\s*(?P<more>\+)?(?:\s*(?:-|\u2013|to)\s*(?P<high>{_NUMBER}))?"
    r"\s*(?P<unit>year|month|week|day)?s?",
    re.IGNORECASE,
)
_UNKNOWN = frozenset({"", "unknown", "uncertain", "unsure", "n/a"})


class BadAge(ValueError):
    """The text is no age, or none a person can have."""


@dataclass(frozen=True, slots=True)
class Age:
    """`years`: the range of ages in years, hundredths at most; `text`: the words it was given in."""

    years: Range
    text: str = ""

    def __post_init__(self) -> None:
        for end in (self.years.low, self.years.high):
            if end is not None and not 0 <= end <= OLDEST:
                raise BadAge(f"{self.text or end!r} is no age: it is not between 0 and {OLDEST} years")

    @classmethod
    def parse(cls, text: str) -> Age:
        """Read an age as NamUs and people write it; years where no unit is named. Raises `BadAge`.

        An empty text and `unknown` give the unknown range.
        """
        return _parsed(text)

    @classmethod
    def between(cls, low: str, high: str) -> Age:
        """Read an age given in two columns of years, either of which may be empty. Raises `BadAge`."""
        text = " - ".join(part.strip() for part in (low, high) if part.strip())
        return cls(_ordered(_years(low), _years(high), text), text)


@lru_cache(maxsize=1024)  # an import reads the same ages over and over
def _parsed(text: str) -> Age:
    if text.strip().casefold() in _UNKNOWN:
        return Age(Range(), text)
    match = _AGE.fullmatch(text.strip())
    if match is None:
        raise BadAge(f"{text!r} is no age: write it like 82 Years, 8 Months, 17 - 18 Years or 27.0")
    return Age(_range(match, text), text)


def _range(match: re.Match[str], text: str) -> Range:
    low, high = _scaled(match["low"], match), _scaled(match["high"] or match["low"], match)
    if match["less"]:
        return Range(Decimal(0), high)
    return Range(low) if match["more"] else _ordered(low, high, text)


def _scaled(number: str, match: re.Match[str]) -> Decimal:
    per_year = _UNITS[(match["unit"] or "year").casefold()]
    return (Decimal(number) / per_year).quantize(Decimal("0.01"))


def _years(text: str) -> Decimal | None:
    if text.strip().casefold() in _UNKNOWN:
        return None
    if not re.fullmatch(_NUMBER, text.strip()):
        raise BadAge(f"{text!r} is no number of years")
    return Decimal(text.strip())


def _ordered(low: Decimal | None, high: Decimal | None, text: str) -> Range:
    try:
        return Range(low, high)
    except ValueError as error:
        raise BadAge(f"{text!r} is no age: {error}") from None
