"""Telephone numbers, read as they are written anywhere (phonenumbers), the United States where no country is named."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

import numpy as np
import phonenumbers
from numpy.typing import NDArray

from manumit.linkage import comparison
from manumit.linkage.comparison import BadValue, Codes, Columns, Comparison, Key, Level, Truth, better, sides

SAME, LOCAL, DIGIT, DIFFERENT = range(4)

_AMERICAN = re.compile(r"1?([2-9]\d{2}[2-9]\d{6})")
_NOT_DIGITS = re.compile(r"[\s().-]+")


class Phone(Comparison):
    """A telephone number.

    The same number; the same seven local digits, the area code not given; one digit mistyped or two neighbours
    exchanged; another number. People have several numbers and change them: another one speaks little against. A number
    that many records carry (a hotline's, a hotel's) says less, one that 64 carry nothing.
    """

    name = "phone"
    issued = True
    key = np.dtype([("number", np.int64)])
    levels = (
        Level("same", "The same number.", rarity=1000),
        Level("local", "The same local number; one side gives no area code.", rarity=1000),
        Level("digit", "One digit differs, or two neighbouring digits are exchanged.", rarity=1000),
        Level("different", "Another number."),
    )

    def read(self, value: object, field: str) -> Sequence[Key]:
        """Return the number with its country code, or seven local digits."""
        return _number(comparison.a_text(value, field), field)

    def show(self, key: Key) -> str:
        """`+15055550123`."""
        return f"+{key[0]}" if key[0] >= 10**7 else str(key[0])

    def derive(self, columns: Columns) -> None:
        """Add the halves of the number: a digit mistyped leaves one of them whole."""
        columns["front"], columns["back"] = columns["number"] // 10**5, (columns["number"] % 10**5).astype(np.int32)

    def lookups(self, columns: Columns) -> tuple[NDArray[np.uint64], NDArray[np.int32]]:
        """The number, and its seven local digits."""
        number = columns["number"].astype(np.uint64)
        rows = np.arange(len(number), dtype=np.int32)
        return np.concatenate([number, number % 10**7]), np.concatenate([rows, rows])

    def compare(self, left: Columns, right: Columns) -> Codes:
        """Return the levels."""
        one, other = left["number"], right["number"]
        levels = comparison.begin(left, right, DIFFERENT)
        short = (one < 10**7) != (other < 10**7)
        near = (left["front"] == right["front"]) | (left["back"] == right["back"])
        near |= (one // 10**6 == other // 10**6) & (one % 10**4 == other % 10**4)
        places = np.flatnonzero(near & ~short)
        if len(places):
            levels[places[_a_digit_off(*sides(left, right, places))]] = DIGIT
        better(levels, LOCAL, short & (one % 10**7 == other % 10**7))
        better(levels, SAME, one == other)
        return levels


@lru_cache(maxsize=100_000)
def _number(text: str, field: str) -> Sequence[Key]:
    digits = text if text.isdecimal() else _NOT_DIGITS.sub("", text)
    if not digits:
        return []
    if american := _AMERICAN.fullmatch(digits.removeprefix("+")):
        return [(int("1" + american[1]),)]
    if re.fullmatch(r"[2-9]\d{6}", digits):
        return [(int(digits),)]
    try:
        read = phonenumbers.parse(text, "US")
    except phonenumbers.NumberParseException as error:
        raise BadValue(field, f"{text!r} is no telephone number: {error}") from None
    return [(int(f"{read.country_code}{read.national_number}"),)]


def _a_digit_off(left: Columns, right: Columns) -> Truth:
    """One digit changed moves a number by d * 10^k; two neighbours exchanged by 9d * 10^k, d being 1 to 9."""
    off = np.abs(left["number"] - right["number"])
    found = np.zeros(len(off), np.bool_)
    for place in range(11):
        steps, rest = np.divmod(off, 10**place)
        found |= (rest == 0) & (off > 0) & (_one_digit(left, right, place, steps) | _exchanged(left, right, place))
    return found


def _one_digit(left: Columns, right: Columns, place: int, steps: np.ndarray) -> Truth:
    above: Truth = left["number"] // 10 ** (place + 1) == right["number"] // 10 ** (place + 1)
    return above & (steps < 10)


def _exchanged(left: Columns, right: Columns, place: int) -> Truth:
    one, other = left["number"] // 10**place, right["number"] // 10**place
    swapped: Truth = (one % 10 == other // 10 % 10) & (one // 10 % 10 == other % 10)
    return np.asarray(swapped & (one // 100 == other // 100))
