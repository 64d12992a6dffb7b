"""Layouts: which columns of a relation hold which field of a record."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

Source = str | Mapping[str, str]
"""A column, or the parts of a value each with its column: `{"city": "town", "state": "state"}`."""


@dataclass(frozen=True)
class Layout:
    """How a relation's columns are read: `fields` gives the sources of each record field, `id` the column of ids.

    A field may have several sources (`phone1`, `phone2`): each gives one of its values. Fields that are left out say
    nothing.
    """

    fields: Mapping[str, Sequence[Source]]
    id: str = "id"

    def sources(self, name: str) -> Sequence[Source]:
        """Return the sources of a record field, none where the relation lacks it."""
        return self.fields.get(name, ())


def columns_of(source: Source) -> list[str]:
    """Return the columns that a source reads."""
    return [source] if isinstance(source, str) else list(source.values())


def value_of(source: Source, cells: Sequence[object]) -> object:
    """Return the plain value that cells stand for, None where all are empty."""
    if isinstance(source, str):
        return cells[0]
    parts = {part: cell for part, cell in zip(source, cells, strict=True) if cell is not None}
    return parts or None
