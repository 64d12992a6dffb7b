"""Every path of a NamUs document: what it becomes, or why it carries no fact of a case.

The table is `namus_paths.csv`.
"""

from __future__ import annotations

import csv
from collections.abc import Iterator
from functools import cache
from importlib.resources import files

from manumit.values.strict_json import Json


@cache
def table() -> dict[str, tuple[str, str]]:
    """Return (what it becomes, why it is not read) by path, `[]` for any item of a list; one of the two is empty."""
    text = files(__package__).joinpath("namus_paths.csv").read_text(encoding="utf-8")
    return {row["path"]: (row["becomes"], row["why_not"]) for row in csv.DictReader(text.splitlines(), strict=True)}


def strangers(document: Json) -> set[str]:
    """Return the paths of `document` that the table does not name: nobody has decided what they are."""
    return {path for path in _paths(document, "") if path not in table()}


def _paths(value: Json, base: str) -> Iterator[str]:
    if isinstance(value, dict):
        for name, member in value.items():
            yield from _paths(member, f"{base}.{name}" if base else name)
    elif isinstance(value, list):
        yield f"{base}[]"
        for member in value:
            yield from _paths(member, f"{base}[]")
    elif value is not None and value != "":
        yield base
