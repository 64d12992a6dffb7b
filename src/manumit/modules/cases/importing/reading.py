"""One JSON document being read, path by path; what cannot be read is collected, so that people learn of it at once."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from typing import Any, TypeVar

from manumit.values.code_table import CodeTable
from manumit.values.strict_csv import Refusal

from . import cells

T = TypeVar("T")


class Reading:
    """A document, or an item of a list in it; `base` is its path, `row` its place in the file.

    `touched` holds each path asked for, with `[]` for any item of a list: what is not among them was not read.
    """

    def __init__(self, document: Any, file: str, row: int, base: str = "", parent: Reading | None = None) -> None:
        self._document, self.file, self.row, self._base = document, file, row, base
        self.refusals: list[Refusal] = parent.refusals if parent else []
        self.notes: list[tuple[str, str]] = parent.notes if parent else []
        self.touched: set[str] = parent.touched if parent else set()

    def has(self, path: str) -> bool:
        """Whether there is anything at `path`."""
        return self._at(path) not in (None, "", [], {})

    def items(self, path: str) -> Iterator[Reading]:
        """Yield a reading of each object in the list at `path`; none where there is no list."""
        value = self._at(path)
        self.touched.add(f"{self._base}{path}[]")
        if value is None:
            return
        if not isinstance(value, list) or not all(isinstance(item, dict) for item in value):
            self.refuse(path, "is no list of objects")
            return
        for item in value:
            yield Reading(item, self.file, self.row, f"{self._base}{path}[].", self)

    def take(self, path: str, read: Callable[[Any], T], otherwise: T) -> T:
        """Return what `read` makes of the value at `path`; `otherwise` where it is absent, or cannot be read."""
        self.touched.add(self._base + path)
        value = self._at(path)
        if value is None or value == "":
            return otherwise
        try:
            return read(value)
        except (ValueError, LookupError, TypeError) as error:
            self.refuse(path, str(error))
            return otherwise

    def text(self, path: str, most: int) -> str:
        """Return text of at most `most` characters, put into one line."""
        return self.take(path, lambda value: cells.short(_one_line(value), most), "")

    def prose(self, path: str, most: int = 20_000) -> str:
        """Return text of several lines."""
        return self.take(path, lambda value: cells.short(cells.prose(_text(value)), most), "")

    def code(self, path: str, table: CodeTable) -> str:
        """Return the code of the label at `path`; empty where there is none."""
        return self.take(path, lambda value: table.labelled(_one_line(value)).code, "")

    def number(self, path: str) -> int | None:
        """Return a whole number."""
        return self.take(path, _whole, None)

    def ends(self, low_path: str, high_path: str) -> tuple[int | None, int | None]:
        """Return the two ends of a range; ends the wrong way round are put in order, and people are told."""
        low, high = self.number(low_path), self.number(high_path)
        if low is None or high is None or low <= high:
            return low, high
        self.note(low_path, f"is {low}, higher than {high} as the other end: taken as the range from {high} to {low}")
        return high, low

    def degrees(self, path: str) -> float | None:
        """Return a number with a fraction."""
        return self.take(path, _fraction, None)

    def flag(self, path: str) -> bool | None:
        """Return whether something is so; None where nobody said."""
        return self.take(path, _truth, None)

    def day(self, path: str) -> date | None:
        """Return a day, of a day or of a moment in UTC."""
        return self.take(path, lambda value: date.fromisoformat(_text(value)[:10]), None)

    def refuse(self, path: str, reason: str) -> None:
        """Note that the document is refused."""
        self.refusals.append(Refusal(self.file, self.row, self._base + path, reason))

    def note(self, path: str, reason: str) -> None:
        """Note what people should know of how `path` was read."""
        self.notes.append((self._base + path, reason))

    def _at(self, path: str) -> Any:
        value = self._document
        for step in path.split("."):
            value = value.get(step) if isinstance(value, dict) else None
        return value


def _one_line(value: Any) -> str:
    return " ".join(cells.prose(_text(value)).split())


def _text(value: Any) -> str:
    if isinstance(value, bool) or not isinstance(value, str | int):
        raise TypeError(f"{type(value).__name__} where text was expected")
    return str(value)


def _whole(value: Any) -> int:
    if isinstance(value, bool) or not isinstance(value, int):
        raise TypeError(f"{type(value).__name__} where a whole number was expected")
    return value


def _fraction(value: Any) -> float:
    if isinstance(value, bool) or not isinstance(value, int | float):
        raise TypeError(f"{type(value).__name__} where a number was expected")
    return float(value)


def _truth(value: Any) -> bool:
    if not isinstance(value, bool):
        raise TypeError(f"{type(value).__name__} where true or false was expected")
    return value
