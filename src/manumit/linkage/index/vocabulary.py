"""The names of a segment, ordered so that those like a name are found without comparing it with each."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray

from manumit.linkage.compare import nicknames, spelling
from manumit.linkage.comparison import Columns, take
from manumit.linkage.index.segment import Rows

SPELT = ("length", "letters", "head")
"""What is looked at before spelling is measured."""

MOST_LETTERS = 32
LETTERS_APART, LENGTHS_APART = 4, 3
"""How far letters and lengths of names are apart of which spelling is measured at all, as `compare.names` has it."""

LETTER, THREE_LETTERS = 56, 40
"""Places of the head behind its first letter, and behind its first three."""


class Vocabulary:
    """Names, as `compare.names` has their columns.

    What it leaves out is certain to be `DIFFERENT`: each of its ways goes with a level of the comparison, and finds all
    that can reach it.
    """

    def __init__(self, values: Columns) -> None:
        self._starts = np.searchsorted(np.sort(values["length"]), np.arange(MOST_LETTERS + 2, dtype=np.int8))
        self._by_length = np.argsort(values["length"], kind="stable")
        self._spelt = {name: values[name][self._by_length] for name in SPELT}
        self._spelt["pairs"] = spelling.pairs(values["text"][self._by_length])
        self._heads = _ordered(values["head"])
        self._sounds = _ordered(values["sound"])
        self._words = _of_words(values)
        self._listed = np.flatnonzero(values["nickname"] >= 0)
        self._nicknames = values["nickname"][self._listed]

    def like(self, name: Columns) -> Rows:
        """Return the codes of all names that may be like `name` (columns of one row), in their order."""
        found = np.sort(np.concatenate([self._by_spelling(name), *self._by_lookup(name)]))
        return np.asarray(found[np.diff(found, prepend=-1) > 0])

    def _by_spelling(self, name: Columns) -> Rows:
        length = int(name["length"][0])
        begin = self._starts[max(length - LENGTHS_APART, 0)]
        end = self._starts[min(length + LENGTHS_APART + 1, len(self._starts) - 1)]
        apart = np.bitwise_count(name["letters"] ^ self._spelt["letters"][begin:end])
        may = np.flatnonzero(apart <= LETTERS_APART)
        shorter = np.minimum(name["length"], self._spelt["length"][begin:end][may])
        worth = np.flatnonzero((shorter >= 6) | ((apart[may] <= 2) & (shorter >= 3)))
        may, shorter = may[worth] + begin, shorter[worth]
        name, there = name | {"pairs": spelling.pairs(name["text"])}, take(self._spelt, may)
        like = spelling.may_resemble(name, there, 0.87)
        like |= spelling.may_be_edits_apart(name, there, np.where(shorter >= 6, 2, 1))
        return np.asarray(self._by_length[may[like]])

    def _by_lookup(self, name: Columns) -> Iterator[Rows]:
        head, alone = int(name["head"][0]), int(name["length"][0]) == 1
        first = head >> LETTER << LETTER
        yield _between(self._heads, first, first if not alone else first + (1 << LETTER) - 1)
        begun = head >> THREE_LETTERS << THREE_LETTERS
        yield _between(self._heads, begun, begun + (1 << THREE_LETTERS) - 1)
        if sound := int(name["sound"][0]):
            yield _between(self._sounds, sound, sound)
        for word in (int(name[column][0]) for column in spelling.WORD_COLUMNS):
            if word:
                yield _between(self._words, word, word)
        if int(name["nickname"][0]) >= 0:
            yield self._listed[nicknames.related(name["nickname"], self._nicknames)]


Ordered = tuple[NDArray[np.uint64], Rows]
"""Numbers in order, and the code that each belongs to."""


def _ordered(numbers: NDArray[np.uint64]) -> Ordered:
    order = np.argsort(numbers, kind="stable")
    return numbers[order], order


def _of_words(values: Columns) -> Ordered:
    """Return the words of all names; a name that has three stands three times."""
    words = np.stack([values[column] for column in spelling.WORD_COLUMNS]).astype(np.uint64)
    _, codes = np.nonzero(words)
    numbers, order = _ordered(words[words != 0])
    return numbers, codes[order]


def _between(ordered: Ordered, first: int, last: int) -> Rows:
    """Return the codes whose numbers lie from `first` to `last`, both included."""
    numbers, codes = ordered
    begin = np.searchsorted(numbers, np.uint64(first), "left")
    return codes[begin : np.searchsorted(numbers, np.uint64(last), "right")]
