"""Records in files: JSON Lines, one record a line with its `id`, or CSV with columns such as `names.family`."""

from __future__ import annotations

import csv
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from manumit.linkage.reading import Record

NUMBERS = frozenset({"height", "weight", "year", "low", "high", "latitude", "longitude"})
"""Fields and parts of values that are numbers: CSV has only text."""


class BadRecord(ValueError):
    """A line is no record; the text names file, line and what would help."""


def records_in(path: Path) -> Iterator[tuple[str, Record]]:
    """Yield id and record of each line of a file, in bounded memory. Raises `BadRecord`, OSError.

    In CSV a column is a field (`sex`) or a part of one (`names.family`, `places.city`); an empty cell says nothing.
    """
    lines = _of_csv(path) if path.suffix.lower() == ".csv" else _of_json(path)
    for number, written in lines:
        if not isinstance(written, dict) or not str(written.get("id") or ""):
            raise BadRecord(f"{path}, line {number}: a record needs its id")
        yield str(written["id"]), {name: value for name, value in written.items() if name != "id"}


def one_record(text: str) -> Record:
    """Read a record from JSON text, or from the file whose path the text is. Raises `BadRecord`, OSError."""
    written = text if text.lstrip().startswith("{") else Path(text).read_text(encoding="utf-8")
    try:
        found = json.loads(written)
    except json.JSONDecodeError as error:
        raise BadRecord(f"no JSON: {error}") from None
    if not isinstance(found, dict):
        raise BadRecord("a record is a JSON object of fields, each a list of values")
    return {name: value for name, value in found.items() if name != "id"}


def _of_json(path: Path) -> Iterator[tuple[int, Any]]:
    with path.open(encoding="utf-8") as file:
        for number, line in enumerate(file, 1):
            if not line.strip():
                continue
            try:
                yield number, json.loads(line)
            except json.JSONDecodeError as error:
                raise BadRecord(f"{path}, line {number}: no JSON: {error.msg}") from None


def _of_csv(path: Path) -> Iterator[tuple[int, Any]]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        for number, row in enumerate(csv.DictReader(file, strict=True), 2):
            yield number, _of_row(row, f"{path}, line {number}")


def _of_row(row: dict[str, Any], place: str) -> dict[str, Any]:
    record: dict[str, Any] = {}
    for column, cell in row.items():
        if not isinstance(column, str) or not isinstance(cell, str):
            raise BadRecord(f"{place}: it has not as many cells as there are columns")
        if cell.strip():
            _put(record, column.strip(), cell.strip())
    return record


def _put(record: dict[str, Any], column: str, cell: str) -> None:
    field, _, part = column.partition(".")
    if column == "id":
        record["id"] = cell
    elif part:
        values = record.setdefault(field, [{}])
        values[0][part] = _value(part, cell)
    else:
        record[field] = [_value(field, cell)]


def _value(name: str, cell: str) -> object:
    if name not in NUMBERS:
        return cell
    try:
        return float(cell)
    except ValueError:
        return cell  # whoever reads the record names the field and what is wrong
