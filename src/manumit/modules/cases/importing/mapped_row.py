"""One row of an agency's own table, read by a saved mapping of its columns."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from manumit.values.strict_csv import Refusal, Row

from .draft import Draft
from .layout import Layout
from .namus_layout import UnknownLayout


@dataclass(frozen=True, slots=True)
class Mapped:
    """A mapping in use: its `layout`, and `{column: field}` as `mapped_fields` names fields."""

    layout: Layout
    columns: Mapping[str, str]

    def demand_columns(self, header: Sequence[str]) -> None:
        """Raise UnknownLayout where the file lacks a column of the mapping."""
        if missing := [column for column in self.columns if column not in header]:
            raise UnknownLayout(f"lacks columns of the mapping {self.layout.name}: {', '.join(missing)}")


def read(row: Row, mapped: Mapped, file: str, today: date) -> Draft | list[Refusal]:
    """Return what `row` says, or every reason for which it is refused."""
    return [Refusal(file, row.number, "", "not yet")]
