"""Cells and values of HTCDS read into a row, or refused column by column."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from manumit.values.code_table import UnknownCode
from manumit.values.strict_csv import looks_like_formula

from .fields import FIELDS, Field

LONGEST = 4_000
APART = ";"


def read(cells: Mapping[str, Any]) -> tuple[dict[str, Any], list[tuple[str, str]]]:
    """Return the row that `cells` by field name say, and (field, reason) of each that cannot be read."""
    row: dict[str, Any] = {}
    refused: list[tuple[str, str]] = []
    for name, cell in cells.items():
        try:
            value = _value(FIELDS[name], cell)
        except (ValueError, LookupError) as error:
            refused.append((name, str(error)))
            continue
        if value not in ("", []):
            row[name] = value
    return row, refused


def _value(field: Field, cell: Any) -> Any:
    if field.day:
        return _day(cell)
    if isinstance(cell, list):
        return [_one(field, each) for each in cell] if field.several else _refuse_list()
    text = _text(cell)
    if not field.several:
        return _one(field, text) if text else ""
    return list(dict.fromkeys(_one(field, each.strip()) for each in text.split(APART) if each.strip()))


def _refuse_list() -> Any:
    raise ValueError("holds several values where the field holds one")


def _one(field: Field, value: Any) -> str:
    text = _text(value)
    if field.table is None:
        return text
    row = field.table.find(text)
    if row is None:
        near = ", ".join(each.label for each in field.table.nearest(text))
        raise UnknownCode(f"{text[:60]!r} is not in {field.table.name}{f'; nearest: {near}' if near else ''}")
    return row.code


def _text(cell: Any) -> str:
    if cell is None:
        return ""
    if isinstance(cell, bool):
        return "Yes" if cell else "No"
    if isinstance(cell, datetime | date):
        return cell.isoformat()[:10]
    text = (f"{cell:.0f}" if isinstance(cell, float) and cell.is_integer() else str(cell)).strip()
    if len(text) > LONGEST:
        raise ValueError(f"is {len(text):,} characters long, {LONGEST:,} are the most")
    return text


def _day(cell: Any) -> str:
    text = _text(cell)
    if not text:
        return ""
    try:
        return date.fromisoformat(text[:10]).isoformat()
    except ValueError:
        raise ValueError(f"{text[:40]!r} is no day: write year-month-day") from None


def plain(text: str) -> str:
    """Return a cell of a CSV file without the quote we put before what a spreadsheet would run."""
    return text[1:] if text.startswith("'") and looks_like_formula(text[1:]) else text
