"""Tables of actions, as plans hold them: where a column says what and another says who, each row is an item of its own.

A table without such columns is read cell by cell.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from ..document import BlockKind, Builder

WHAT: Final = re.compile(
    r"\b(?:priority action|action|activit|commitment|deliverable|step|task|measure|initiative|recommendation)", re.I
)
WHO: Final = re.compile(r"\b(?:agenc|lead|responsib|owner|department|who|implement|office)", re.I)
WHEN: Final = re.compile(r"\b(?:time|date|due|deadline|when|by|target|completion)", re.I)


def add_table(builder: Builder, rows: Sequence[Sequence[str]], *, line: int = 0) -> None:
    """Add a table whose first row is its head."""
    head = rows[0] if rows else ()
    what, who = _column(head, WHAT), _column(head, WHO)
    if what is None or who is None or what == who or len(rows) < 2:
        for cell in (cell for row in rows for cell in row):
            builder.add(BlockKind.PARAGRAPH, cell, line=line)
        return
    when = _column(head, WHEN)
    builder.add(BlockKind.PARAGRAPH, " | ".join(head), line=line)
    for row in rows[1:]:
        _row(builder, row, (what, who, when), line)


def _column(head: Sequence[str], wanted: re.Pattern[str]) -> int | None:
    return next((place for place, cell in enumerate(head) if wanted.search(cell)), None)


def _row(builder: Builder, row: Sequence[str], columns: tuple[int, int, int | None], line: int) -> None:
    what, who, when = columns
    if len(row) <= max(what, who):
        for cell in row:
            builder.add(BlockKind.PARAGRAPH, cell, line=line)
        return
    timeline = row[when] if when is not None and when < len(row) else ""
    builder.add(BlockKind.ITEM, row[what], line=line, by=row[who], timeline=timeline)
    others = (cell for place, cell in enumerate(row) if place != what)
    builder.add(BlockKind.PARAGRAPH, " | ".join(cell.strip() for cell in others if cell.strip()), line=line, aside=True)
