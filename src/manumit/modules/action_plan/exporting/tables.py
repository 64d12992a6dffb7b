"""CSV, XLSX and JSON: one promise a row."""

import csv
import io
import json
from collections.abc import Callable, Iterable
from typing import Any, Final

from ..models import PublicCommitment

COLUMNS: Final = (
    "number", "agencies", "pillar", "title", "status", "due", "made_on", "measure", "target", "actual", "amount",
    "document", "sentence", "newest_report", "newest_quarter", "evidence", "advice",
)  # fmt: skip
BEGINS_FORMULA: Final = ("=", "+", "-", "@", "\t", "\r")

Row = dict[str, Any]


def rows(promises: Iterable[PublicCommitment]) -> list[Row]:
    """Return the promises as plain values by COLUMNS."""
    return [_row(each) for each in promises]


def as_csv(found: list[Row]) -> bytes:
    """Return CSV (RFC 4180) with a byte order mark; cells that a spreadsheet would run begin with an apostrophe."""
    text = io.StringIO()
    writer = csv.writer(text)
    writer.writerow(COLUMNS)
    writer.writerows([cell(row[name]) for name in COLUMNS] for row in found)
    return text.getvalue().encode("utf-8-sig")


def as_xlsx(found: list[Row]) -> bytes:
    """Return an Excel workbook, written row by row; texts are texts, never formulas."""
    from openpyxl import Workbook

    book = Workbook(write_only=True)
    sheet = book.create_sheet("Promises")
    sheet.append(list(COLUMNS))
    for row in found:
        sheet.append([cell(row[name]) for name in COLUMNS])
    buffer = io.BytesIO()
    book.save(buffer)
    return buffer.getvalue()


def as_json(found: list[Row]) -> bytes:
    """Return a JSON list."""
    return json.dumps(found, ensure_ascii=False, indent=1).encode()


def _row(promise: PublicCommitment) -> Row:
    told = promise.told
    newest = told["updates"][0] if told["updates"] else {"text": "", "quarter": ""}
    plain = ("made_on", "measure", "target", "actual", "amount", "document", "sentence")
    return {
        "number": promise.number,
        "agencies": list(promise.agencies),
        "pillar": promise.pillar,
        "title": promise.title,
        "status": promise.status,
        "due": promise.due_on.isoformat() if promise.due_on else "",
        **{name: told.get(name) for name in plain},
        "newest_report": newest["text"],
        "newest_quarter": newest["quarter"],
        "evidence": [each["url"] or each["title"] for each in told["evidence"]],
        "advice": [advice_cell(each) for each in told.get("advice", ())],
    }


def advice_cell(given: dict[str, str]) -> str:
    """Return advice in a cell: its giver's name only where the giver chose one, and what became of it."""
    said = f"{given['named']}: {given['text']}" if given["named"] else given["text"]
    return " — ".join(filter(None, (said, given["became"], given["reasons"])))


def cell(value: Any) -> Any:
    """Return a value as a cell: lists joined, nothing that a spreadsheet would run, empty for none."""
    if isinstance(value, list):
        value = "; ".join(value)
    if isinstance(value, str) and value.startswith(BEGINS_FORMULA):
        return f"'{value}"
    return "" if value is None else value


WRITERS: Final[dict[str, tuple[Callable[[list[Row]], bytes], str]]] = {
    "csv": (as_csv, "text/csv; charset=utf-8"),
    "xlsx": (as_xlsx, "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
    "json": (as_json, "application/json"),
}
