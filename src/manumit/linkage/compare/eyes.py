"""Eyes: the colour of each eye by itself, since a person may have two."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from manumit.linkage import comparison
from manumit.linkage.compare.codes import SAYS_NOTHING
from manumit.linkage.comparison import Codes, Columns, Comparison, Key, Level, Truth, better

TWO_COLOURS, SAME, MISTAKEN, ONE, DIFFERENT = range(5)
_TAKEN = (("BRO", "HAZ"), ("BRO", "BLK"), ("GRN", "HAZ"), ("BLU", "GRY"), ("GRN", "GRY"), ("BLU", "GRN"))
_TAKEN_FOR = frozenset((one.encode(), other.encode()) for pair in _TAKEN for one, other in (pair, pair[::-1]))


class Eyes(Comparison):
    """The colours of both eyes.

    A left and a right eye of two different colours, the same on both sides, is rare and says much. Colours that
    observers take for each other (hazel and brown, blue and grey) speak hardly against. One eye that is not known is
    left out of account.
    """

    name = "eyes"
    key = np.dtype([("left", "S4"), ("right", "S4")])
    levels = (
        Level("two colours", "The same two different colours, left and right.", ordered=False),
        Level("same", "The same colour."),
        Level("mistaken", "Colours that observers take for each other."),
        Level("one", "One eye agrees, the other does not.", ordered=False),
        Level("different", "Different colours."),
    )

    def read(self, value: object, field: str) -> Sequence[Key]:
        """Return left and right; one colour alone stands for both, an unknown eye is empty."""
        if not isinstance(value, dict):
            value = dict.fromkeys(("left", "right"), value)
        key = tuple(_colour(value.get(side, ""), field) for side in ("left", "right"))
        return [key] if any(key) else []

    def compare(self, left: Columns, right: Columns) -> Codes:
        """Return the levels, eye by eye."""
        levels = comparison.begin(left, right, comparison.MISSING)
        known = [(left[side] != b"") & (right[side] != b"") for side in ("left", "right")]
        same = [(left[side] == right[side]) & there for side, there in zip(("left", "right"), known, strict=True)]
        differ = [there & ~alike for there, alike in zip(known, same, strict=True)]
        better(levels, DIFFERENT, known[0] | known[1])
        better(levels, ONE, (same[0] & differ[1]) | (same[1] & differ[0]))
        better(levels, MISTAKEN, _mistaken(left, right, known, same))
        better(levels, SAME, (same[0] | same[1]) & ~(differ[0] | differ[1]))
        better(levels, TWO_COLOURS, same[0] & same[1] & (left["left"] != left["right"]))
        return levels


def _colour(value: object, field: str) -> bytes:
    text = comparison.a_text(value, field).strip().upper()
    return b"" if text in SAYS_NOTHING else text.encode("ascii", "replace")[:4]


def _mistaken(left: Columns, right: Columns, known: list[Truth], same: list[Truth]) -> Truth:
    """Each known eye is the same or taken for the other's."""
    whole = known[0] | known[1]
    for place, side in enumerate(("left", "right")):
        taken = np.zeros_like(whole)
        for one, other in _TAKEN_FOR:
            taken |= (left[side] == one) & (right[side] == other)
        whole = whole & (~known[place] | same[place] | taken)
    return whole
