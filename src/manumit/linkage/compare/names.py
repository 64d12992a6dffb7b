"""Names: what one part of a person's name (given or family) says about another."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import Any

import numpy as np

from manumit.linkage import comparison
from manumit.linkage.compare import nicknames, spelling
from manumit.linkage.comparison import Codes, Columns, Comparison, Key, Level, better, folded, sides

SAME, NICKNAME, CLOSE, SOUNDS, NEAR, PART, SHORTENED, INITIAL, SIMILAR, DIFFERENT = range(10)
CROSSED, HALF_CROSSED, ALONE = range(10, 13)

LEVELS = (
    Level("same", "The same spelling, accents and script aside.", rarity=1000),
    Level("nickname", "One is a known short or pet form of the other.", rarity=900),
    Level("close", "One letter put in, left out, changed, or exchanged with its neighbour.", rarity=800),
    Level("sounds", "The consonants sound alike.", rarity=500),
    Level("near", "Nearly the same letters: Jaro-Winkler of 0.92 or more, or two edits in six letters.", rarity=400),
    Level("part", "A word of a compound name stands in both.", rarity=800, ordered=False),
    Level("shortened", "One is the beginning of the other, three letters or more.", rarity=600, ordered=False),
    Level("initial", "One is the other's initial.", rarity=0, ordered=False),
    Level("similar", "Some likeness in spelling: Jaro-Winkler of 0.87 or more.", rarity=200),
    Level("different", "Different names."),
    Level("crossed", "Given and family name stand in each other's place.", rarity=900, ordered=False),
    Level("half crossed", "In each other's place, one of them only alike in spelling.", rarity=900, ordered=False),
    Level("alone", "A single name on one side is the family name, or the given name, on the other.", False, 900),
)

NOT_ALIKE, A_LITTLE, CLOSELY, NOT_KNOWN = 0, 1, 2, 8
"""How a given name is like a family name, where names may stand in each other's place."""

CROSSINGS = ((CLOSELY**2, CROSSED), (CLOSELY * A_LITTLE, HALF_CROSSED), (CLOSELY * NOT_KNOWN, ALONE))
"""The product of how both parts are like the opposite ones, and the level that the two names are at then."""

_LENGTH = 32
_NO_LETTER = re.compile(r"[^a-z ]+")
_JOINED = re.compile(r"[-./_,]+")
_SUFFIX = re.compile(r"(?<=\w) (jr|sr|ii|iii|iv)$")


@lru_cache(maxsize=200_000)
def plain(text: str) -> bytes:
    """Return a name in plain small letters: Latin script, no accent, no apostrophe, no Jr; 32 letters at most."""
    small = _NO_LETTER.sub("", _JOINED.sub(" ", folded(text)))
    return _SUFFIX.sub("", " ".join(small.split())).encode()[:_LENGTH].rstrip()


class NamePart(Comparison):
    """One part of a name, given or family.

    Names are compared in small Latin letters (other scripts are transliterated). From best to worst: the same; a
    known short or pet form; one edit; alike in sound; nearly alike; a word of a compound; a beginning; an initial;
    some likeness; different. A rare name in common says more than a common one. Where a person's given and family
    name stand in each other's place, both parts are at the level "crossed" (or "half crossed"). A name that stands
    alone may be either part: where it is the other's family name though it was given as a given name, or the reverse,
    the given name is at the level "alone", and the family name says nothing.
    """

    name = "name"
    levels = LEVELS
    key = np.dtype([("text", f"S{_LENGTH}")])

    def read(self, value: object, field: str) -> Sequence[Key]:
        """Return the part in plain letters."""
        text = plain(comparison.a_text(value, field))
        return [(text,)] if text else []

    def term(self, key: Key) -> str:
        """The part itself: names are counted as they are spelt."""
        text: bytes = key[0]
        return text.decode()

    def derive(self, columns: Columns) -> None:
        """Add letters, length, head, sound, words and place in the list of nicknames."""
        text = columns["text"]
        listed = text.tolist()
        columns["letters"] = spelling.letters(text)
        columns["length"] = np.char.str_len(text).astype(np.int8)
        columns["head"] = spelling.heads(text)
        columns["first"] = (columns["head"] >> np.uint64(56)).astype(np.uint8)
        columns["sound"] = np.array([spelling.sound(name) for name in listed], np.uint64)
        columns["nickname"] = nicknames.places(listed)
        hashes = np.array([spelling.word_hashes(name) for name in listed], np.uint32).reshape(-1, spelling.WORDS)
        columns |= {name: np.ascontiguousarray(hashes[:, place]) for place, name in enumerate(spelling.WORD_COLUMNS)}

    def compare(self, left: Columns, right: Columns) -> Codes:
        """Return the levels; the columns of a single row are compared with all rows at once."""
        levels = comparison.begin(left, right, DIFFERENT)
        _spell(left, right, levels)
        _words(left, right, levels)
        better(levels, SOUNDS, (left["sound"] == right["sound"]) & (left["sound"] != 0))
        better(levels, NICKNAME, nicknames.related(left["nickname"], right["nickname"]))
        _beginnings(left, right, levels)
        return levels


def _spell(left: Columns, right: Columns, levels: Codes) -> None:
    """Measure spelling only where letters and length allow likeness: two edits change at most four letters."""
    apart = np.bitwise_count(left["letters"] ^ right["letters"])
    gap = left["length"] - right["length"]
    may = np.flatnonzero((apart <= 4) & (gap <= 3) & (gap >= -3))
    if not len(may):
        return
    lengths = sides(left, right, may, "length")
    shorter = np.minimum(lengths[0]["length"], lengths[1]["length"])
    worth = (shorter >= 6) | ((apart[may] <= 2) & (shorter >= 3))
    may = may[worth]
    if len(may):
        levels[may] = _spelt(*sides(left, right, may, "text"), shorter[worth])


def _spelt(left: Columns, right: Columns, shorter: Any) -> Codes:
    levels = comparison.begin(left, right, DIFFERENT)
    apart = spelling.edits(left, right, 2)
    alike = spelling.resemblance(left, right, 0.87)
    better(levels, SIMILAR, alike >= 0.87)
    better(levels, NEAR, (alike >= 0.92) | ((apart <= 2) & (shorter >= 6)))
    better(levels, CLOSE, apart <= 1)
    return levels


def _words(left: Columns, right: Columns, levels: Codes) -> None:
    """Compare word by word where either name has more than one."""
    compound = np.flatnonzero((left["word1"] != 0) | (right["word1"] != 0))
    if len(compound):
        common = spelling.a_word_in_common(*sides(left, right, compound, *spelling.WORD_COLUMNS))
        levels[compound[common]] = np.minimum(levels[compound[common]], PART)


def _beginnings(left: Columns, right: Columns, levels: Codes) -> None:
    """Find the same name, shortened ones and initials among those that begin with the same letter."""
    places = np.flatnonzero(left["first"] == right["first"])
    if not len(places):
        return
    first, second = sides(left, right, places, "length", "head", "text")
    found = levels[places]
    better(found, INITIAL, (first["length"] == 1) | (second["length"] == 1))
    better(found, SHORTENED, spelling.begins(first, second, 3))
    better(found, SAME, first["text"] == second["text"])
    levels[places] = found
