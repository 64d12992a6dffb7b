"""Documents and accounts: numbers and names that somebody issued to one holder."""

from __future__ import annotations

import re
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from manumit.linkage import comparison
from manumit.linkage.compare import spelling
from manumit.linkage.comparison import BadValue, Codes, Columns, Comparison, Key, Level, better, folded, sides

SAME, ELSEWHERE, CHARACTER, DIFFERENT = range(4)

_LENGTH = 40


class _Issued(Comparison):
    """A text issued by somebody; `parts` names issuer parts first and the text last."""

    issued = True
    key = np.dtype([("text", f"S{_LENGTH}"), ("issuer", "S24")])
    issuer: Sequence[str]
    text: str
    shortest_mistyped: int

    def read(self, value: object, field: str) -> Sequence[Key]:
        """Return the text and who issued it, both in plain small letters and digits."""
        parts = comparison.parts_of(value, field, self.text)
        number = _bare(comparison.a_text(parts.get(self.text) or "", field))
        if len(number) > _LENGTH:
            raise BadValue(field, f"longer than {_LENGTH} characters")
        issuer = "|".join(_bare(comparison.a_text(parts.get(part) or "", field)) for part in self.issuer)
        return (
            [(number.encode("ascii", "replace"), issuer.strip("|").encode("ascii", "replace")[:24])] if number else []
        )

    def show(self, key: Key) -> str:
        """The issuer, then the number."""
        return " ".join(part.decode().replace("|", " ") for part in (key[1], key[0]) if part)

    def derive(self, columns: Columns) -> None:
        """Add the length."""
        columns["length"] = np.char.str_len(columns["text"]).astype(np.int16)

    def lookups(self, columns: Columns) -> tuple[NDArray[np.uint64], NDArray[np.int32]]:
        """The number, and the number with any one character left out where one may be mistyped."""
        least = self.shortest_mistyped
        return comparison.looked_up(
            {text, *(text[:place] + text[place + 1 :] for place in range(len(text)) if len(text) >= least)}
            for text in columns["text"].tolist()
        )

    def compare(self, left: Columns, right: Columns) -> Codes:
        """Return the levels."""
        contrary = (left["issuer"] != right["issuer"]) & (left["issuer"] != b"") & (right["issuer"] != b"")
        alike = left["text"] == right["text"]
        levels = comparison.begin(left, right, DIFFERENT)
        shorter = np.minimum(left["length"], right["length"])
        gap = np.abs(left["length"] - right["length"])
        near = np.flatnonzero(~contrary & ~alike & (shorter >= self.shortest_mistyped) & (gap <= 1))
        if len(near):
            levels[near[spelling.edits(*sides(left, right, near), 1) <= 1]] = CHARACTER
        better(levels, ELSEWHERE, alike & contrary & (shorter >= 6))
        better(levels, SAME, alike & ~contrary)
        return levels


class Document(_Issued):
    """A document's number, with its kind and country.

    The same number of the same kind (or of a kind one side does not give); the same number of six characters or more
    under another kind or country; one character off; another number, which says little, since people hold several. A
    number that many records carry (a form's example) says less, one that 64 carry nothing.
    """

    name = "document"
    issuer = ("country", "kind")
    text = "number"
    shortest_mistyped = 6
    levels = (
        Level("same", "The same number.", rarity=1000),
        Level("elsewhere", "The same number under another kind or country.", ordered=False, rarity=1000),
        Level("character", "One character differs, or two neighbours are exchanged.", rarity=1000),
        Level("different", "Another number."),
    )


class Account(_Issued):
    """An account: the platform and the name or number used there.

    The same name on the same platform; the same name of six characters or more on another, since people keep their
    names; one character off in eight or more; another account, which says little. A name that many records carry says
    less, one that 64 carry nothing.
    """

    name = "account"
    issuer = ("platform",)
    text = "handle"
    shortest_mistyped = 8
    levels = (
        Level("same", "The same account.", rarity=1000),
        Level("elsewhere", "The same name on another platform.", ordered=False, rarity=1000),
        Level("character", "The name is one character off.", rarity=1000),
        Level("different", "Another account."),
    )


def _bare(text: str) -> str:
    return re.sub(r"[^a-z0-9]+", "", folded(text))
