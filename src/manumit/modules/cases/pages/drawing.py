"""A range drawn on its scale, as a picture beside the same range in words."""

from decimal import Decimal

from django.utils.safestring import SafeString, mark_safe

SCALES = {"age": (0, 100), "height": (12, 84), "weight": (0, 400)}
"""Least and most of each scale: years, inches, pounds. What lies beyond is drawn at the end."""
WIDTH = 200
THINNEST = 3

PICTURE = (
    '<svg class="m-range" viewBox="0 0 200 8" width="200" height="8" aria-hidden="true" focusable="false">'
    '<rect class="m-range__scale" width="200" height="8" rx="4"/>'
    '<rect class="m-range__known" x="{:.1f}" width="{:.1f}" height="8" rx="{}"/></svg>'
)


def drawn(scale: str, low: Decimal | None, high: Decimal | None) -> SafeString:
    """Return the picture of `low` to `high` on `scale`; an end that is not known reaches the end of the scale.

    Empty where neither is known.
    """
    if low is None and high is None:
        return SafeString("")
    least, most = SCALES[scale]
    first = _place(low if low is not None else Decimal(least), least, most)
    last = _place(high if high is not None else Decimal(most), least, most)
    width = max(last - first, THINNEST)
    return mark_safe(PICTURE.format(min(first, WIDTH - width), width, 1 if width == THINNEST else 4))  # noqa: S308 - numbers


def _place(value: Decimal, least: int, most: int) -> float:
    share = (float(value) - least) / (most - least)
    return WIDTH * min(max(share, 0.0), 1.0)
