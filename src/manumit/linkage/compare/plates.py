"""Licence plates: often seen in part, and with characters that look like others."""

from __future__ import annotations

import re
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from manumit.linkage import comparison
from manumit.linkage.compare import spelling
from manumit.linkage.comparison import BadValue, Codes, Columns, Comparison, Key, Level, Truth, better, sides

SAME, MISREAD, PARTLY, ANOTHER_STATE, CHARACTER, DIFFERENT = range(6)

LOOKS_LIKE = str.maketrans("OQDIL|BSZG", "0001118526")
"""What eyes and cameras take for each other, written as the digit."""

_LENGTH = 10
_UNKNOWN = str.maketrans("*_.#", "????")


class Plate(Comparison):
    """A licence plate and its state.

    The same; the same but for characters that look alike (O and 0, I and 1, B and 8, S and 5, Z and 2, G and 6); a
    part that was seen (at least three characters in their order, `?` for one that was not read); the same number of
    another state; one character off; another plate. What many records carry (three characters that were seen) says
    less, what 64 carry nothing.
    """

    name = "plate"
    issued = True
    key = np.dtype([("text", f"S{_LENGTH}"), ("state", "S4")])
    levels = (
        Level("same", "The same number, and no other state.", rarity=1000),
        Level("misread", "The same number but for characters that look alike.", rarity=1000),
        Level("partly", "What was seen of one plate fits the other.", ordered=False, rarity=1000),
        Level("another state", "The same number, of another state.", ordered=False, rarity=1000),
        Level("character", "One character differs, or two neighbours are exchanged.", rarity=1000),
        Level("different", "Another plate."),
    )

    def read(self, value: object, field: str) -> Sequence[Key]:
        """Return the number in capitals without spaces, `?` for a character not read, and the state."""
        parts = comparison.parts_of(value, field, "number")
        number = comparison.a_text(parts.get("number") or "", field).upper().translate(_UNKNOWN)
        text = re.sub(r"[\s-]+", "", number).encode("ascii", "replace")
        if len(text) > _LENGTH:
            raise BadValue(field, f"{number!r} is longer than a plate's {_LENGTH} characters")
        state = comparison.a_text(parts.get("state") or "", field).strip().upper()
        return [(text, state.encode("ascii", "replace")[:4])] if len(text.replace(b"?", b"")) >= 2 else []

    def derive(self, columns: Columns) -> None:
        """Add the number with look-alikes written as one, whether it is partial, its length and its characters."""
        texts = columns["text"].tolist()
        columns["plain"] = np.array([text.decode().translate(LOOKS_LIKE) for text in texts], f"S{_LENGTH}")
        columns["unread"] = np.array([b"?" in text for text in texts], np.bool_)
        columns["length"] = np.char.str_len(columns["text"]).astype(np.int16)

    def lookups(self, columns: Columns) -> tuple[NDArray[np.uint64], NDArray[np.int32]]:
        """The number with look-alikes as one, the number with any one character left out, and every three in a row."""
        return comparison.looked_up(_ways_to_find(text) for text in columns["plain"].tolist())

    def compare(self, left: Columns, right: Columns) -> Codes:
        """Return the levels."""
        contrary = (left["state"] != right["state"]) & (left["state"] != b"") & (right["state"] != b"")
        alike = left["plain"] == right["plain"]
        levels = comparison.begin(left, right, DIFFERENT)
        _look(left, right, levels, np.flatnonzero(~alike & ~contrary))
        better(levels, ANOTHER_STATE, alike & contrary)
        better(levels, MISREAD, alike & ~contrary)
        better(levels, SAME, (left["text"] == right["text"]) & ~contrary)
        return levels


def _ways_to_find(text: bytes) -> set[bytes]:
    shorter = {text[:place] + text[place + 1 :] for place in range(len(text))} if len(text) >= 5 else set()
    threes = {b"3" + text[place : place + 3] for place in range(len(text) - 2)}
    return {text, *shorter, *(three for three in threes if b"?" not in three)}


def _look(left: Columns, right: Columns, levels: Codes, places: np.ndarray) -> None:
    """Look closer at pairs of plates that are not alike at once."""
    first, second = sides(left, right, places)
    if not len(places):
        return
    seen = _fits(first, second)
    near = np.flatnonzero(np.abs(first["length"] - second["length"]) <= 1)
    off = np.zeros(len(places), np.bool_)
    one, other = ({"text": side["plain"]} for side in sides(first, second, near))
    off[near] = spelling.edits(one, other, 1) <= 1 if len(near) else False
    levels[places[off]] = CHARACTER
    levels[places[seen]] = PARTLY


def _fits(left: Columns, right: Columns) -> Truth:
    """Say where one plate, seen in part, stands somewhere in the other."""
    shorter_left = left["length"] <= right["length"]
    return np.where(shorter_left, _within(left, right), _within(right, left)).astype(np.bool_)


def _within(part: Columns, whole: Columns) -> Truth:
    seen, there = spelling.as_bytes(part["plain"]), spelling.as_bytes(whole["plain"])
    found = np.zeros(max(len(seen), len(there)), np.bool_)
    known = ((seen != 0) & (seen != ord("?"))).sum(axis=1)
    for start in range(_LENGTH - 2):
        window = there[:, start:]
        begun = seen[:, : _LENGTH - start]
        agree = (begun == window) | (begun == 0) | (begun == ord("?")) | (window == ord("?"))
        found |= agree.all(axis=1) & (part["length"] + start <= whole["length"])
    partial = (part["length"] < whole["length"]) | part["unread"] | whole["unread"]
    fits: Truth = found & (known >= 3) & partial
    return fits
