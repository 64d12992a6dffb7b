"""Codes: values of a short published list, such as sex, hair colour or race."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import numpy as np

from manumit.linkage import comparison
from manumit.linkage.comparison import Codes, Columns, Comparison, Key, Level, better

SAYS_NOTHING = frozenset({"", "U", "UN", "UNK", "UNKNOWN", "XXX", "X", "N/A", "OTHER", "UNCERTAIN"})
"""Codes by which a source says that it does not know."""


class Coded(Comparison):
    """One code of a list.

    The same code; a code that observers often take for it; another code. Codes that stand for "unknown" say nothing.
    """

    name = "code"
    key = np.dtype([("text", "S12")])

    def __init__(self, mistaken: Iterable[tuple[str, str]] = ()) -> None:
        pairs = list(mistaken)
        self._known = sorted({code.encode() for pair in pairs for code in pair})
        self._mistaken = np.zeros((len(self._known) + 1, len(self._known) + 1), np.bool_)
        for one, other in pairs:
            places = self._place(one.encode()), self._place(other.encode())
            self._mistaken[places] = self._mistaken[places[::-1]] = True
        taken = [Level("mistaken", "A code that is often taken for the other.")] if pairs else []
        same = Level("same", "The same.", rarity=1000)
        self.levels = (same, *taken, Level("different", "Different."))

    def read(self, value: object, field: str) -> Sequence[Key]:
        """Return the code in capitals."""
        text = comparison.a_text(value, field).strip().upper()
        return [] if text in SAYS_NOTHING else [(text.encode("ascii", "replace")[:12],)]

    def term(self, key: Key) -> str:
        """The code."""
        text: bytes = key[0]
        return text.decode()

    def derive(self, columns: Columns) -> None:
        """Add the place of a code among those that are taken for each other."""
        columns["place"] = np.array([self._place(code) for code in columns["text"].tolist()], np.int16)

    def compare(self, left: Columns, right: Columns) -> Codes:
        """Return the levels."""
        levels = comparison.begin(left, right, len(self.levels) - 1)
        better(levels, len(self.levels) - 2, self._mistaken[left["place"], right["place"]])
        better(levels, 0, left["text"] == right["text"])
        return levels

    def _place(self, code: bytes) -> int:
        return self._known.index(code) if code in self._known else len(self._known)
