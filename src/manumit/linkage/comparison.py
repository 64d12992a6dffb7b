"""What a comparison is: it reads plain values into keys, keeps keys as columns, and gives two keys a level.

A level is a place in an ordered list of published sentences, best first. Everything else (weights, training, the
index, the batch) knows levels only, so that one sentence explains one number everywhere.
"""

from __future__ import annotations

import zlib
from abc import ABC, abstractmethod
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any, ClassVar, TypeAlias

import numpy as np
from numpy.typing import NDArray

Codes: TypeAlias = NDArray[np.uint8]
"""Levels, one a row: places in `Comparison.levels`, or `MISSING`."""

Columns: TypeAlias = dict[str, NDArray[Any]]
"""Distinct values as a struct of arrays, one row a value."""

Key: TypeAlias = tuple[Any, ...]
"""One value, hashable, as its row of the key columns: bytes and whole numbers."""

Truth: TypeAlias = NDArray[np.bool_]
"""One truth a row."""

MISSING = 255
"""The level of a pair of which one side has no value: it weighs nothing."""


class BadValue(ValueError):
    """A value that cannot be read. `field` is where, `reason` why and what would help."""

    def __init__(self, field: str, reason: str) -> None:
        super().__init__(f"{field}: {reason}")
        self.field = field
        self.reason = reason


@dataclass(frozen=True, slots=True)
class Level:
    """One step of a comparison.

    `name` is its word in models and explanations, `text` the published sentence. The weights of `ordered` levels never
    rise from one to the next. `rarity` is how much of a value's rarity the level earns, per mille.
    """

    name: str
    text: str
    ordered: bool = True
    rarity: int = 0


class Comparison(ABC):
    """How one kind of value is compared; the class docstring is its published explanation.

    `key` is the type of the key columns, `levels` best first. `shared` says that a record's values are not compared
    one with one: what two records share is added up (see `TermsInCommon`). `issued` says that each value was issued to
    one holder; one that many records carry all the same says less, and says nothing from `frequencies.COMMON` on. The
    first of the key columns is then the number itself.
    """

    name: ClassVar[str]
    levels: tuple[Level, ...]
    key: ClassVar[np.dtype[Any]]
    shared: ClassVar[bool] = False
    issued: ClassVar[bool] = False

    @abstractmethod
    def read(self, value: object, field: str) -> Sequence[Key]:
        """Return the keys of a plain `value` of `field`, none where it says nothing. Raises `BadValue`."""

    @abstractmethod
    def compare(self, left: Columns, right: Columns) -> Codes:
        """Return the level of each row of `left` with the same row of `right`; either may have one row for all.

        Symmetric: exchanging the sides changes nothing.
        """

    def derive(self, columns: Columns) -> None:  # noqa: B027 - most comparisons need no more than their keys
        """Add to the key columns what `compare` needs; row by row, so that rows may be taken and joined."""

    def lookups(self, columns: Columns) -> tuple[NDArray[np.uint64], NDArray[np.int32]]:
        """Return numbers, and the row each belongs to: rows that share one may be alike, and are worth comparing.

        None by default: such values find nobody by themselves.
        """
        return np.zeros(0, np.uint64), np.zeros(0, np.int32)

    def term(self, key: Key) -> str:
        """Return the text under which the frequency of a value is counted; empty where it is not counted."""
        return _shown(key[0]) if self.issued else ""

    def number(self, term: str) -> Any:
        """Return the number that `term` of an issued value stands for, as it stands in the key columns."""
        return int(term) if self.key[0].kind == "i" else term.encode()

    def numbers(self, columns: Columns) -> NDArray[Any]:
        """Return the number of each row of issued values, without what else stands with it."""
        return columns[(self.key.names or ("",))[0]]

    def show(self, key: Key) -> str:
        """Return the value as people read it."""
        return " ".join(_shown(part) for part in key if part not in (b"", -1))

    def columns(self, keys: Sequence[Key]) -> Columns:
        """Return distinct `keys` as columns, derived ones included."""
        rows = np.array(list(keys), dtype=self.key)
        found: Columns = {name: np.ascontiguousarray(rows[name]) for name in self.key.names or ()}
        self.derive(found)
        return found

    def keys(self, columns: Columns) -> list[Key]:
        """Return the keys of the rows: what `columns` was made of."""
        return list(zip(*(columns[name].tolist() for name in self.key.names or ()), strict=True))

    def code(self, name: str) -> int:
        """Return the code of the level called `name`. Raises KeyError."""
        for place, level in enumerate(self.levels):
            if level.name == name:
                return place
        raise KeyError(f"{self.name} has no level {name!r}")


def rows(columns: Columns) -> int:
    """Return how many rows the columns have."""
    return len(next(iter(columns.values())))


def take(columns: Columns, places: NDArray[Any]) -> Columns:
    """Return the rows at `places`."""
    return {name: column[places] for name, column in columns.items()}


def joined(parts: Sequence[Columns]) -> Columns:
    """Return the rows of all parts, one part after another."""
    return {name: np.concatenate([part[name] for part in parts]) for name in parts[0]}


def begin(left: Columns, right: Columns, code: int) -> Codes:
    """Return levels for each pair of rows, all of them `code`."""
    counts = rows(left), rows(right)
    return np.full(max(counts) if min(counts) else 0, code, np.uint8)


def better(levels: Codes, code: int, where: Truth) -> None:
    """Lift to level `code` the pairs `where` it holds and no better level does."""
    levels[where & (levels > code)] = code


def sides(left: Columns, right: Columns, places: NDArray[Any], *names: str) -> tuple[Columns, Columns]:
    """Return both sides at `places`, all columns or those named; a side that has one row stays as it is."""
    first, second = (_part_of(side, places, names or tuple(side)) for side in (left, right))
    return first, second


def _part_of(side: Columns, places: NDArray[Any], names: tuple[str, ...]) -> Columns:
    if rows(side) == 1:
        return side
    return {name: side[name][places] for name in names}


def looked_up(texts: Iterable[Iterable[bytes]]) -> tuple[NDArray[np.uint64], NDArray[np.int32]]:
    """Return the numbers of each row's texts, and the rows: what `lookups` returns."""
    pairs = [(zlib.crc32(text) << 32 | zlib.adler32(text), row) for row, some in enumerate(texts) for text in some]
    numbers = np.array([number for number, _ in pairs], np.uint64)
    return numbers, np.array([row for _, row in pairs], np.int32)


def folded(text: str) -> str:
    """Return `text` in lower case without accents, in Latin letters whatever its script (anyascii)."""
    if text.isascii():
        return text.lower()
    from anyascii import anyascii

    return anyascii(text).lower()


def a_text(value: object, field: str) -> str:
    """Return `value` if it is text. Raises `BadValue`."""
    if isinstance(value, str):
        return value
    raise BadValue(field, f"{value!r} is no text")


def parts_of(value: object, field: str, single: str) -> dict[str, object]:
    """Return a value of parts; text alone stands for its part `single`. Raises `BadValue`."""
    if isinstance(value, dict):
        return value
    return {single: a_text(value, field)}


def _shown(part: object) -> str:
    return part.decode("ascii", "replace") if isinstance(part, bytes) else str(part)
