"""The wide relation: one row a record, with the code of each feature of which no record has more than one value."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

from manumit.linkage.batch.collection import Collection
from manumit.linkage.batch.engine import Arrays
from manumit.linkage.comparison import rows
from manumit.linkage.pairing import PARTS

FLAT_NAME = "name"
"""Stands among the flat features for names, where no record has more than one."""

LISTED, LETTERS = 1 << 26, (1 << 26) - 1
"""Bits of a name that is on the list of nicknames, and of all letters."""


def widened(collection: Collection) -> tuple[str, ...]:
    """Make `wide` of all records, or add those that came since, and return the features that stand in it.

    `wide` has a code for each flat feature, -1 where missing. Where names are flat their parts and letters stand there
    too, else in a relation of their own, `full_name`. A feature that turns out to have several values is taken out.
    """
    flat, (before, since) = _flat(collection), collection.wide
    since = since if flat == before else 0
    if since < len(collection) or flat != before:
        _widen(collection, flat, since)
        collection.wide = flat, len(collection)
    return flat


def _flat(collection: Collection) -> tuple[str, ...]:
    single, values = collection.single, collection.values
    plain = [f for f in collection.profile.plain if f.name in single and rows(values[f.name].columns())]
    named = _has_names(collection) and FLAT_NAME in single
    return (*(f.name for f in plain if not f.comparison.shared), *([FLAT_NAME] if named else []))


def _has_names(collection: Collection) -> bool:
    return collection.profile.named and bool(rows(collection.names.columns()))


def _widen(collection: Collection, flat: tuple[str, ...], since: int) -> None:
    columns = {"record": np.arange(since, len(collection), dtype=np.int32)}
    for name in flat:
        found = (
            _with_letters(collection, since) if name == FLAT_NAME else _called(name, collection.entries(name, since))
        )
        places = found.pop("record") - since
        columns |= {part: _spread(column, places, len(columns["record"])) for part, column in found.items()}
    keep = collection.engine.append if since else collection.engine.table
    keep("wide", columns)
    if _has_names(collection) and FLAT_NAME not in flat:
        keep("full_name", _with_letters(collection, since))


def _called(name: str, found: Arrays) -> Arrays:
    return {"record": found["record"], name: found["code"]}


def _spread(column: NDArray[Any], places: NDArray[Any], count: int) -> NDArray[Any]:
    """Return a value for each of `count` records: those at `places`, and elsewhere -1."""
    spread = np.full(count, -1, column.dtype)
    spread[places] = column
    return spread


def _with_letters(collection: Collection, since: int) -> Arrays:
    """Return the names with the letters of each part, by which names that may have changed places are found.

    Letters are a bit each, and `LISTED` stands for a name on the list of nicknames; a missing name has all letters, so
    that it is like none.
    """
    values, columns = collection.names.columns(), dict(collection.entries("name", since))
    listed = np.where(values["nickname"] >= 0, LISTED, 0)
    letters = np.append(values["letters"] | listed, LETTERS).astype(np.int32)
    return columns | {f"{part}_letters": letters[columns[part]] for part in PARTS}
