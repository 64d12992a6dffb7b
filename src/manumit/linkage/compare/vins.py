"""Vehicle identification numbers, with the check digit that North American ones carry."""

from __future__ import annotations

import re
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from manumit.linkage import comparison
from manumit.linkage.compare import spelling
from manumit.linkage.comparison import BadValue, Codes, Columns, Comparison, Key, Level, better, sides

SAME, MISTYPED, ENDING, CHARACTER, DIFFERENT = range(5)

_WEIGHTS = (8, 7, 6, 5, 4, 3, 2, 10, 0, 9, 8, 7, 6, 5, 4, 3, 2)
_VALUES = dict(zip("0123456789ABCDEFGHJKLMNPRSTUVWXYZ", map(int, "012345678912345678123457923456789"), strict=True))
_NOT_USED = str.maketrans("IOQ", "100")


def check_digit(number: str) -> str:
    """Return the check digit that belongs at the ninth place of a whole number. Source: 49 CFR 565.15."""
    total = sum(_VALUES[sign] * weight for sign, weight in zip(number, _WEIGHTS, strict=True))
    return "0123456789X"[total % 11]


def checks(number: str) -> bool:
    """Say whether a number is whole and its check digit is right."""
    return len(number) == 17 and number[8] == check_digit(number)


class VehicleNumber(Comparison):
    """A vehicle identification number (VIN).

    I, O and Q, which no VIN has, are read as 1 and 0. The same number; one character off where the check digit shows
    that one of the two was mistyped; the same ending, the rest not known; one character off though both check;
    another vehicle. A number that many records carry says less, one that 64 carry nothing.
    """

    name = "vin"
    issued = True
    key = np.dtype([("text", "S17")])
    levels = (
        Level("same", "The same number.", rarity=1000),
        Level("mistyped", "One character off, and a check digit shows that one was mistyped.", rarity=1000),
        Level("ending", "The same last six characters or more; the rest is not known.", ordered=False, rarity=1000),
        Level("character", "One character off, though both check.", ordered=False, rarity=1000),
        Level("different", "Another number."),
    )

    def read(self, value: object, field: str) -> Sequence[Key]:
        """Return the number, or its last six characters or more."""
        text = re.sub(r"[\s-]+", "", comparison.a_text(value, field).upper()).translate(_NOT_USED)
        if not text:
            return []
        if not 6 <= len(text) <= 17 or not all(sign in _VALUES for sign in text):
            raise BadValue(field, f"{text!r} is no VIN: 17 letters and digits, or the last six or more of them")
        return [(text.encode(),)]

    def derive(self, columns: Columns) -> None:
        """Add length, ending and whether the check digit is right."""
        texts = [text.decode() for text in columns["text"].tolist()]
        columns["length"] = np.array([len(text) for text in texts], np.int16)
        columns["ending"] = np.array([text[-6:] for text in texts], "S6")
        columns["checks"] = np.array([checks(text) for text in texts], np.bool_)

    def lookups(self, columns: Columns) -> tuple[NDArray[np.uint64], NDArray[np.int32]]:
        """The number with any one character left out, and its last six characters."""
        return comparison.looked_up(
            {text, text[-6:], *(text[:place] + text[place + 1 :] for place in range(len(text)))}
            for text in columns["text"].tolist()
        )

    def compare(self, left: Columns, right: Columns) -> Codes:
        """Return the levels."""
        levels = comparison.begin(left, right, DIFFERENT)
        whole = (left["length"] == 17) & (right["length"] == 17)
        _one_off(left, right, levels, np.flatnonzero(whole))
        _same_ending(left, right, levels, np.flatnonzero(~whole & (left["ending"] == right["ending"])))
        better(levels, SAME, whole & (left["text"] == right["text"]))
        return levels


def _one_off(left: Columns, right: Columns, levels: Codes, places: np.ndarray) -> None:
    if not len(places):
        return
    first, second = sides(left, right, places)
    signs = spelling.as_bytes(first["text"]) != spelling.as_bytes(second["text"])
    near = (signs.sum(axis=1) == 1) | (spelling.edits(first, second, 1) <= 1)
    mistyped = near & ~(first["checks"] & second["checks"])
    levels[places[near]] = CHARACTER
    levels[places[mistyped]] = MISTYPED


def _same_ending(left: Columns, right: Columns, levels: Codes, places: np.ndarray) -> None:
    for place in places:
        one, other = (side["text"][place if len(side["text"]) > 1 else 0] for side in (left, right))
        if one.endswith(other) or other.endswith(one):
            levels[place] = ENDING
