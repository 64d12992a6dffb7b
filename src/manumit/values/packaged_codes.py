"""Rows of code tables that lie beside the code as CSV: `table,code,label,spanish,aliases,note`, one file a family.

A file is read once, when the first of its tables is first asked for; aliases are parted by `|`.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Iterator
from datetime import date
from functools import cache, partial
from importlib.resources import files

from manumit.values.code_table import Code, CodeTable

_FOLDER = "manumit.values.tables"


def family(file: str, *, source: str, as_of: date) -> Callable[[str, str], CodeTable]:
    """Return a maker of the tables that stand in `file`: `maker(table, name)`, all of one `source` read on `as_of`."""

    def table(key: str, name: str) -> CodeTable:
        return CodeTable(name, source, as_of, partial(_rows_of, file, key))

    return table


def packaged_rows(file: str) -> Iterator[dict[str, str]]:
    """Yield the rows of the CSV `file` of this package, keyed by column, empty cells as ''."""
    text = files(_FOLDER).joinpath(file).read_text(encoding="utf-8")
    yield from csv.DictReader(io.StringIO(text), strict=True)


def _rows_of(file: str, key: str) -> tuple[Code, ...]:
    return _tables(file)[key]


@cache
def _tables(file: str) -> dict[str, tuple[Code, ...]]:
    tables: dict[str, tuple[Code, ...]] = {}
    for row in packaged_rows(file):
        tables[row["table"]] = (*tables.get(row["table"], ()), _code(row))
    return tables


def _code(row: dict[str, str]) -> Code:
    aliases = tuple(alias.strip() for alias in row["aliases"].split("|") if alias.strip())
    return Code(row["code"], row["label"], row["spanish"], aliases, row["note"])
