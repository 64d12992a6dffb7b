"""Height and weight as people read them: in the unit the sources use, and the metric beside it."""

from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from django.utils.translation import gettext as _

from manumit.values.measures import CM_PER_INCH, KG_PER_POUND, BadMeasure, Height, Weight

MEASURES: Mapping[str, type[Height] | type[Weight]] = {
    "height_min": Height, "height_max": Height, "weight_min": Weight, "weight_max": Weight,
}  # fmt: skip


def measured(field: str, value: Any) -> str:
    """Return a stored height or weight with its unit, anything else as text."""
    if field not in MEASURES:
        return str(value)
    try:
        return str(MEASURES[field](Decimal(value)))
    except BadMeasure:
        return str(value)


def height(low: Decimal | None, high: Decimal | None) -> str:
    """Return a range of inches in feet and inches, then centimeters: `5'2" to 5'4" (157 to 163 cm)`; else nothing."""
    ends = [Height(end) for end in (low, high) if end is not None]
    return _range([str(each) for each in ends], [f"{each.inches * CM_PER_INCH:.0f}" for each in ends], "cm")


def weight(low: Decimal | None, high: Decimal | None) -> str:
    """Return a range of pounds, with kilograms: `120 to 130 lb (54 to 59 kg)`; empty if unknown."""
    ends = [Weight(end) for end in (low, high) if end is not None]
    return _range([str(each) for each in ends], [f"{each.pounds * KG_PER_POUND:.0f}" for each in ends], "kg")


def _range(texts: list[str], metric: list[str], unit: str) -> str:
    if not texts:
        return ""
    return f"{_to(texts)} ({_to(metric)} {unit})"


def _to(ends: list[str]) -> str:
    low, high = ends[0], ends[-1]
    return low if low == high else _("%(low)s to %(high)s") % {"low": low, "high": high}
