"""Requests from a table of an agency's own system: a row a victim, rows of an operation named by a word of its own."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from io import BytesIO
from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from manumit.values.strict_csv import BadCsv, Refusal, Row, StrictCsv

from .actions.file_request import OWN, SHARED
from .asked import QUESTIONS

OPERATION, REGION = "operation", "region"
COLUMNS = frozenset({OPERATION, REGION, *QUESTIONS})
BETWEEN = ";"
"""What stands between several answers to one question."""
MOST_ROWS = 500
MOST_BYTES = 2_000_000
_SHARED, _OWN = ({each.name for each in questions} for questions in (SHARED, OWN))


@dataclass
class Batch:
    """The rows of one operation: `lines` of the file they begin on, what they share, each victim's answers."""

    region: str
    shared: dict[str, Any]
    lines: list[int] = field(default_factory=list)
    victims: list[Mapping[str, Any]] = field(default_factory=list)


def read(content: bytes) -> list[Batch]:
    """Return the operations of a table in their order; empty cells are not answered.

    What victims share stands in every row of their operation, or in the first alone. Raises ValidationError by line
    and column for what is no table, an unknown column, too many rows, and rows that share one operation and differ.
    """
    try:
        table = StrictCsv(BytesIO(content), "table")
    except BadCsv as bad:
        raise ValidationError({"file": [str(bad)]}) from None
    if wrong := sorted({*table.header} - COLUMNS) or sorted({OPERATION, REGION} - {*table.header}):
        raise ValidationError({"file": [_("These columns are unknown or missing: %s.") % ", ".join(wrong)]})
    return list(_batches(table).values())


def _batches(rows: Iterable[Row | Refusal]) -> dict[str, Batch]:
    found: dict[str, Batch] = {}
    for count, row in enumerate(rows):
        if isinstance(row, Refusal):
            raise ValidationError({f"line {row.row}": [row.reason]})
        if count >= MOST_ROWS:
            raise ValidationError({"file": [_("At most %(most)s rows at a time.") % {"most": MOST_ROWS}]})
        _add(found, row.number, {name: cell.strip() for name, cell in row.cells.items() if cell.strip()})
    return found


def _add(found: dict[str, Batch], line: int, cells: dict[str, str]) -> None:
    if missing := [name for name in (OPERATION, REGION) if name not in cells]:
        raise ValidationError({f"line {line}.{name}": [_("Fill this in.")] for name in missing})
    answers = {name: _value(name, cell) for name, cell in cells.items() if name in QUESTIONS}
    shared = {name: value for name, value in answers.items() if name in _SHARED}
    batch = found.setdefault(cells[OPERATION], Batch(cells[REGION], shared))
    if differing := sorted(_differing(batch, cells[REGION], shared)):
        told = _("The first row of this operation says something else.")
        raise ValidationError({f"line {line}.{name}": [told] for name in differing})
    batch.lines.append(line)
    batch.victims.append({name: value for name, value in answers.items() if name in _OWN})


def _differing(batch: Batch, region: str, shared: Mapping[str, Any]) -> Iterator[str]:
    if region != batch.region:
        yield REGION
    yield from (name for name, value in shared.items() if batch.shared.get(name) != value)


def _value(name: str, cell: str) -> Any:
    if QUESTIONS[name].looks == "many":
        return [part.strip() for part in cell.split(BETWEEN) if part.strip()]
    return cell
