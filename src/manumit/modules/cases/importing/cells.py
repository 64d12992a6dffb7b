"""What every format demands of a piece of text, and how they read what all of them have."""

from __future__ import annotations

import re
from functools import lru_cache

from manumit.values.strict_csv import looks_like_formula
from manumit.values.tables.us_states import US_STATES

from ..choices import STATE_UNKNOWN, PlacePrecision

# Control characters, and those that turn the direction of text and so can show another text than is stored.
_UNPRINTABLE = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069]")
_IN_LINES = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")


def sound(cell: str) -> str:
    """Return a table's cell with single spaces. Raises ValueError for a formula and for unprintable characters."""
    if looks_like_formula(cell):
        raise ValueError(f"begins with {cell[0]!r} as a spreadsheet formula does")
    return printable(cell)


def printable(text: str) -> str:
    """Return one line of text with single spaces. Raises ValueError for unprintable characters."""
    if not text.isprintable():
        _demand(_UNPRINTABLE, text)
    return " ".join(text.split())


def prose(text: str) -> str:
    """Return text of several lines, trimmed. Raises ValueError for unprintable characters."""
    _demand(_IN_LINES, text)
    return text.strip()


def short(text: str, most: int) -> str:
    """Return `text` if it has at most `most` characters. Raises ValueError."""
    if len(text) > most:
        raise ValueError(f"is {len(text)} characters long, {most} are the most")
    return text


@lru_cache(maxsize=512)
def state(cell: str) -> str:
    """Return the postal code of a state named by code or name; empty is not known. Raises LookupError."""
    if not cell:
        return STATE_UNKNOWN
    if (found := US_STATES.find(cell)) is None:
        raise LookupError(f"{cell!r} is no state of the United States")
    return found.code


def place_precision(state: str, county: str, city: str) -> PlacePrecision:
    """Return how exactly a place is known of which these are given."""
    if city:
        return PlacePrecision.LOCALITY
    if county:
        return PlacePrecision.COUNTY
    return PlacePrecision.UNKNOWN if state == STATE_UNKNOWN else PlacePrecision.STATE


def _demand(pattern: re.Pattern[str], text: str) -> None:
    if found := pattern.search(text):
        raise ValueError(f"holds the unprintable character U+{ord(found[0]):04X}")
