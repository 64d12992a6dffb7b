"""A table as an Excel workbook with typed cells, of which none is a formula."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Any, BinaryIO

from manumit.values.strict_csv import looks_like_formula

MOST_ROWS = 1_048_575
"""Lines a sheet has below its header."""
LONGEST = 32_767
"""Characters a cell can hold."""


class TooLong(ValueError):
    """More lines than a sheet can hold; the text says how many it can, and what would help."""


def write(
    titles: Sequence[str],
    lines: Iterable[Sequence[object]],
    out: BinaryIO,
    *,
    sheet: str,
    above: Sequence[object] = (),
    about: Callable[[], Iterable[str]] = list,
    cut: Callable[[], None] = lambda: None,
) -> None:
    """Write a sheet of `titles` and `lines`, and one of what is `about` it, asked when all lines are written.

    Lines go to a file as they come; `above` is a hidden row before the titles. `cut` is told of each text a cell was
    too short for. Raises TooLong.
    """
    from openpyxl import Workbook

    book = Workbook(write_only=True)
    table = book.create_sheet(sheet)
    table.freeze_panes = "A3" if above else "A2"
    if above:
        table.row_dimensions[1].hidden = True
        table.append([_cell(table, each) for each in above])
    table.append([_cell(table, title, bold=True) for title in titles])
    for row, cells in enumerate(lines):
        if row == MOST_ROWS:
            raise TooLong(f"a sheet holds {MOST_ROWS:,} lines: narrow the list, or choose CSV")
        table.append([_cell(table, cell, cut=cut) for cell in cells])
    notes = book.create_sheet("About")
    for text in about():
        notes.append([_cell(notes, text)])
    book.save(out)


def _cell(sheet: Any, value: Any, *, bold: bool = False, cut: Callable[[], None] = lambda: None) -> Any:
    from openpyxl.cell import WriteOnlyCell
    from openpyxl.styles import Font

    cell = WriteOnlyCell(sheet, _typed(value, cut))
    if isinstance(value, str):
        cell.data_type = "s"  # openpyxl takes what begins with = for a formula
        cell.quotePrefix = looks_like_formula(value)  # and so would whoever edits the cell later
    if isinstance(value, datetime):
        cell.number_format = "yyyy-mm-dd hh:mm"
    elif isinstance(value, date):
        cell.number_format = "yyyy-mm-dd"
    if bold:
        cell.font = Font(bold=True)
    return cell


def _typed(value: Any, cut: Callable[[], None]) -> Any:
    match value:
        case datetime():
            return value.astimezone(UTC).replace(tzinfo=None)  # a workbook knows no zones
        case Decimal():
            return float(value)
        case str():
            return _text(value, cut)
    return value


def _text(value: str, cut: Callable[[], None]) -> str:
    from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE

    text = ILLEGAL_CHARACTERS_RE.sub("\N{REPLACEMENT CHARACTER}", value)
    if len(text) > LONGEST or text != value:
        cut()
    return text[:LONGEST]
