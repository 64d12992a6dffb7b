"""Records in files: JSON Lines, one record a line with its `id`, or CSV with columns such as `names.family`."""

from __future__ import annotations

import csv
import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from manumit.linkage.reading import Record

NUMBERS = frozenset({"height", "weight", "year", "low", "high", "latitude", "longitude"})
"""Fields and parts of values that are numbers: CSV has only text."""


ANSWERS = {"true": True, "yes": True, "false": False, "no": False}


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


@dataclass(frozen=True, slots=True)
class JudgedPair:
    """Two records by their ids, and whether people judged them the same."""

    a: str
    b: str
    same: bool


def judged_in(path: Path) -> Iterator[JudgedPair]:
    """Yield the pairs of a file of `a`, `b` and `same`: true or false, yes or no. Raises `BadRecord`, OSError."""
    for number, written in _of_plain_csv(path) if path.suffix.lower() == ".csv" else _of_json(path):
        same = written.get("same") if isinstance(written, dict) else None
        answer = ANSWERS.get(str(same).strip().lower())
        if answer is None or not written.get("a") or not written.get("b"):
            raise BadRecord(f"{path}, line {number}: a judged pair needs a, b, and same: yes or no")
        yield JudgedPair(str(written["a"]), str(written["b"]), answer)


def write_lines(path: Path, lines: Iterable[dict[str, Any]]) -> int:
    """Write JSON Lines, the whole file or none of it, and return how many lines."""
    part, count = path.with_name(f"{path.name}.part"), 0
    with part.open("w", encoding="utf-8") as file:
        for line in lines:
            file.write(json.dumps(line, ensure_ascii=False) + "\n")
            count += 1
    part.replace(path)
    return count


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
    for number, row in _of_plain_csv(path):
        yield number, _of_row(row, f"{path}, line {number}")


def _of_plain_csv(path: Path) -> Iterator[tuple[int, dict[str, Any]]]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        yield from enumerate(csv.DictReader(file, strict=True), 2)


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
