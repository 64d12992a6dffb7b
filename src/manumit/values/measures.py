"""Height and weight, kept in the unit the sources use (inches, pounds) and read in either system."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal

CM_PER_INCH = Decimal("2.54")
"""Exact since 1959; source: NIST Handbook 44, appendix C."""
KG_PER_POUND = Decimal("0.45359237")
"""Exact since 1959; source: NIST Handbook 44, appendix C."""

_TALLEST = Decimal(108)  # inches: the tallest person on record stood 107
_HEAVIEST = Decimal(1400)  # pounds: the heaviest person on record
_TENTH = Decimal("0.1")
_NUMBER = r"\d{1,4}(?:\.\d{1,2})?"
_FEET_AND_INCHES = re.compile(
    rf"(?P<feet>\d)\s*(?:['\u2019\u2032]|ft\.?|feet|foot)\s*(?:(?P<inches>{_NUMBER})\s*(?:[\"\u201d\u2033]|in\.?|inches)?)?",
    re.IGNORECASE | re.ASCII,
)
_ONE_UNIT = re.compile(rf"(?P<number>{_NUMBER})\s*(?P<unit>[a-z\"]*)\.?", re.IGNORECASE | re.ASCII)
_INCHES = dict.fromkeys(("", "in", "inch", "inches", '"'), Decimal(1)) | {"cm": 1 / CM_PER_INCH, "m": 100 / CM_PER_INCH}
_POUNDS = dict.fromkeys(("", "lb", "lbs", "pound", "pounds"), Decimal(1)) | dict.fromkeys(
    ("kg", "kgs", "kilos"), 1 / KG_PER_POUND
)


class BadMeasure(ValueError):
    """The text is no height or weight, or none a person can have."""


@dataclass(frozen=True, slots=True, order=True)
class Height:
    """A height in `inches`, above 0 and at most 108. Raises `BadMeasure` otherwise."""

    inches: Decimal

    def __post_init__(self) -> None:
        _demand(self.inches, _TALLEST, "inches")

    @classmethod
    def from_cm(cls, cm: Decimal) -> Height:
        """Make a height of centimetres, to a hundredth of an inch."""
        return cls((cm / CM_PER_INCH).quantize(Decimal("0.01")))

    @classmethod
    def parse(cls, text: str) -> Height:
        """Read `5'7"`, `5 ft 7 in`, `67 in`, `170 cm` or `1.70 m`; inches without a unit. Raises `BadMeasure`."""
        match = _FEET_AND_INCHES.fullmatch(text.strip())
        if match is None:
            return cls(_parsed(text, _INCHES, "height: write it like 5'7\", 67 in or 170 cm"))
        inches = Decimal(match["inches"] or 0)
        if inches >= 12:
            raise BadMeasure(f"{text!r} is no height: a foot has twelve inches")
        return cls(int(match["feet"]) * 12 + inches)

    @property
    def cm(self) -> Decimal:
        """Centimetres, to a tenth."""
        return (self.inches * CM_PER_INCH).quantize(_TENTH)

    def __str__(self) -> str:
        """Feet and inches: `5'7"`."""
        feet, inches = divmod(self.inches, 12)
        return f"{feet:.0f}'{inches.normalize():f}\""


@dataclass(frozen=True, slots=True, order=True)
class Weight:
    """A weight in `pounds`, above 0 and at most 1,400. Raises `BadMeasure` otherwise."""

    pounds: Decimal

    def __post_init__(self) -> None:
        _demand(self.pounds, _HEAVIEST, "pounds")

    @classmethod
    def from_kg(cls, kg: Decimal) -> Weight:
        """Make a weight of kilograms, to a hundredth of a pound."""
        return cls((kg / KG_PER_POUND).quantize(Decimal("0.01")))

    @classmethod
    def parse(cls, text: str) -> Weight:
        """Read `160`, `160 lb` or `73 kg`; pounds where no unit is named. Raises `BadMeasure`."""
        return cls(_parsed(text, _POUNDS, "weight: write it like 160 lb or 73 kg"))

    @property
    def kg(self) -> Decimal:
        """Kilograms, to a tenth."""
        return (self.pounds * KG_PER_POUND).quantize(_TENTH)

    def __str__(self) -> str:
        """Pounds: `160 lb`."""
        return f"{self.pounds.normalize():f} lb"


def _parsed(text: str, units: dict[str, Decimal], wanted: str) -> Decimal:
    match = _ONE_UNIT.fullmatch(text.strip())
    if match is None or match["unit"].casefold() not in units:
        raise BadMeasure(f"{text!r} is no {wanted}")
    return (Decimal(match["number"]) * units[match["unit"].casefold()]).quantize(Decimal("0.01"))


def _demand(amount: Decimal, most: Decimal, unit: str) -> None:
    if not (amount.is_finite() and 0 < amount <= most):
        raise BadMeasure(f"{amount} {unit} is no measure of a person: it is not above 0 and at most {most}")
