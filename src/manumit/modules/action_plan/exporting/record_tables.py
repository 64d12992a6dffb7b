"""CSV and JSON of what is published beside promises: a row for each part of a partnership, else one a record."""

import csv
import io
import json
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any, Final

from ..choices import PublicNoun
from ..models import PublicRecord
from .tables import advice_cell, cell

PARTS: Final = (
    "number", "title", "part", "side", "pillar", "text", "due", "done", "result", "year", "baseline", "target",
    "reached",
)  # fmt: skip
SAID: Final = ("number", "title", "agency", "made_on", "text", "answer", "reasons", "status", "promise", "advice")
Row = dict[str, Any]


def as_json(noun: str, records: Iterable[PublicRecord]) -> bytes:
    """Return a JSON list: number, title and all that is told of each."""
    found = [{"number": each.number, "title": each.title, **each.told} for each in records]
    return json.dumps(found, ensure_ascii=False, indent=1).encode()


def as_csv(noun: str, records: Iterable[PublicRecord]) -> bytes:
    """Return CSV (RFC 4180) with a byte order mark; cells that a spreadsheet would run begin with an apostrophe."""
    columns: Sequence[str] = PARTS if noun == PublicNoun.PARTNERSHIP else SAID
    rows = _parts if noun == PublicNoun.PARTNERSHIP else _said
    text = io.StringIO()
    writer = csv.writer(text)
    writer.writerow(columns)
    writer.writerows([cell(row.get(name)) for name in columns] for each in records for row in rows(each))
    return text.getvalue().encode("utf-8-sig")


def _parts(record: PublicRecord) -> Iterator[Row]:
    whose, told = {"number": record.number, "title": record.title}, record.told
    for each in told["objectives"]:
        yield {**whose, "part": "objective", "pillar": each["pillar"], "text": each["text"]}
    for each in told["activities"]:
        dates = {"due": each["due_on"], "done": each["done_on"], "result": each["result"]}
        yield {**whose, **dates, "part": "activity", "side": each["side"], "text": each["text"]}
    for each in told["indicators"]:
        for year in map(str, told["years"]):
            numbers = {"target": each["targets"].get(year), "reached": each["actuals"].get(year)}
            said = {"text": each["title"], "year": year, "baseline": each["baseline"]}
            yield {**whose, **numbers, **said, "part": "indicator"}


def _said(record: PublicRecord) -> Iterator[Row]:
    told = record.told
    plain = ("agency", "text", "answer", "reasons", "status", "promise")
    yield {
        "number": record.number,
        "title": record.title,
        "made_on": told.get("made_on") or told.get("held_on"),
        **{name: told.get(name) for name in plain},
        "advice": [advice_cell(each) for each in told["advice"]],
    }


WRITERS: Final[dict[str, tuple[Callable[[str, Iterable[PublicRecord]], bytes], str]]] = {
    "csv": (as_csv, "text/csv; charset=utf-8"),
    "json": (as_json, "application/json"),
}
