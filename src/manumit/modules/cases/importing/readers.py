"""Files of every format, read one case after another."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import BinaryIO

from manumit.values import strict_json
from manumit.values.json_items import Item, JsonItems
from manumit.values.strict_csv import Refusal, Row, StrictCsv
from manumit.values.strict_json import BadJson

from . import mapped_row, namus_document, namus_paths, namus_row
from .draft import Draft
from .layout import Layout
from .mapped_row import Mapped
from .namus_layout import Table, recognise
from .reading import Reading

MOST = strict_json.Limits(size=2_000_000, depth=32)
"""A document of two megabytes is a hundred times the longest NamUs serves."""

STRANGER = "is an unknown path, of which nothing was read"


@dataclass(frozen=True, slots=True)
class Unread:
    """A row that is refused, with all reasons; its `number` and `layout` where those could be told."""

    refusals: list[Refusal]
    number: str = ""
    layout: Layout | None = None


def opened(file: BinaryIO, name: str, today: date, mapped: Mapped | None = None) -> Iterator[Draft | Unread]:
    """Return what `file` says, case by case; refusals call it `name`, and `mapped` tells how to read an own table.

    Raises BadCsv, BadJson or UnknownLayout at once where it is no file we read.
    """
    if mapped:
        rows = StrictCsv(file, name)
        mapped.demand_columns(rows.header)
        return (_mapped(row, mapped, name, today) for row in rows)
    if _begins_as_json(file):
        return (_document(item, name, today) for item in JsonItems(file, MOST.size))
    rows = StrictCsv(file, name)
    table = recognise(rows.header)
    return (_row(row, table, name, today) for row in rows)


def _begins_as_json(file: BinaryIO) -> bool:
    peek = getattr(file, "peek", None)
    head = peek(64) if peek else file.read(64)
    if not peek:
        file.seek(-len(head), 1)
    return bytes(head[:64]).removeprefix(b"\xef\xbb\xbf").lstrip().startswith((b"[", b"{"))


def _row(row: Row | Refusal, table: Table, name: str, today: date) -> Draft | Unread:
    if isinstance(row, Refusal):
        return Unread([row], layout=table)
    read = namus_row.read(row, table, name, today)
    return read if isinstance(read, Draft) else Unread(read, row.cells[table.number].strip().upper(), table)


def _mapped(row: Row | Refusal, mapped: Mapped, name: str, today: date) -> Draft | Unread:
    if isinstance(row, Refusal):
        return Unread([row], layout=mapped.layout)
    read = mapped_row.read(row, mapped, name, today)
    return read if isinstance(read, Draft) else Unread(read, layout=mapped.layout)


def _document(item: Item, name: str, today: date) -> Draft | Unread:
    if item.reason:
        return Unread([Refusal(name, item.place, "", item.reason)])
    try:
        document = strict_json.parse(item.raw, MOST)
    except BadJson as error:
        return Unread([Refusal(name, item.place, error.path, error.reason)])
    if not isinstance(document, dict):
        return Unread([Refusal(name, item.place, "", "is no object: each case is one")])
    return _case(document, name, item.place, today)


def _case(document: strict_json.Json, name: str, place: int, today: date) -> Draft | Unread:
    reading = Reading(document, name, place)
    for path in sorted(namus_paths.strangers(document)):
        reading.note(path, STRANGER)
    read = namus_document.read_from(reading, today)
    if isinstance(read, Draft):
        return read
    number = reading.text("idFormatted", 20).upper()
    return Unread(read, number, namus_document.layout_of(number))
