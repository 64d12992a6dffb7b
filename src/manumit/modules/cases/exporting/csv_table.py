"""A table as comma-separated values that no spreadsheet runs."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence
from datetime import datetime
from decimal import Decimal
from typing import BinaryIO

from manumit.values.strict_csv import neutral

BOM = "\ufeff"
"""Without it a spreadsheet takes the file for another encoding than UTF-8."""


def write(titles: Sequence[str], lines: Iterable[Sequence[object]], out: BinaryIO, *, bom: bool = True) -> None:
    """Write `titles` and `lines` to `out`, a line at a time, as UTF-8 with CRLF (RFC 4180)."""
    text = io.TextIOWrapper(out, encoding="utf-8", newline="", write_through=True)
    try:
        if bom:
            text.write(BOM)
        rows = csv.writer(text)
        rows.writerow([neutral(title) for title in titles])
        rows.writerows([plain(cell) for cell in cells] for cells in lines)
    finally:
        text.detach()


def plain(cell: object) -> str:
    """Return a cell as text: days and moments as ISO 8601, numbers bare, all other text neutralised."""
    match cell:
        case None:
            return ""
        case bool():
            return "yes" if cell else "no"
        case Decimal():
            return f"{cell.normalize():f}"
        case int():
            return str(cell)
        case datetime():
            return cell.isoformat(timespec="seconds")
    return neutral(str(cell))
