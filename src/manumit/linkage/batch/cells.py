"""Reading a relation: each distinct cell (or row of cells) that a field is read from becomes codes, once."""

from __future__ import annotations

from array import array
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from manumit.linkage.batch.engine import Arrays, Engine
from manumit.linkage.batch.layout import Layout, Source, columns_of, value_of
from manumit.linkage.compare.names import plain
from manumit.linkage.comparison import BadValue, a_text
from manumit.linkage.profile import Feature
from manumit.linkage.reading import name_parts
from manumit.linkage.table import Lexicon

Cells = tuple[Any, ...]
LEAST_MIDDLE = 3
"""Letters a middle name needs to stand for a given name."""


@dataclass(frozen=True, slots=True)
class Problem:
    """A value that cannot be read: where, why and what would help; the first record that has it, and how many do."""

    field: str
    reason: str
    id: Any
    records: int


class Reader:
    """Reads the rows of one relation, which has a column `record`, into entries."""

    def __init__(self, engine: Engine, relation: str, layout: Layout) -> None:
        self.engine, self.relation, self.layout = engine, relation, layout
        self.problems: list[Problem] = []

    def entries(self, feature: Feature, lexicon: Lexicon) -> Arrays:
        """Return (record, code) for every value of a feature, each once a record, in the order of records."""

        def codes(field: str) -> Callable[[object], list[int]]:
            return lambda value: [lexicon.code(key) for key in feature.comparison.read(value, field)]

        fields = [(field, source) for field in feature.fields for source in self.layout.sources(field)]
        parts = [self._read(field, source, codes(field)) for field, source in fields]
        return _distinct(parts, ("record", "code"))

    def names(self, lexicon: Lexicon) -> Arrays:
        """Return (record, given, family) for every name; a middle name of three letters makes one of its own."""
        parts = [part for source in self.layout.sources("names") for part in self._entries_of(source, lexicon)]
        return _distinct(parts, ("record", "given", "family"))

    def _entries_of(self, source: Source, lexicon: Lexicon) -> list[Arrays]:
        sources = {"": source} if isinstance(source, str) else dict(source)
        found: dict[str, Arrays] = {}
        for part, column in sources.items():
            found |= self._texts(part, column, lexicon)
        records = np.flatnonzero(np.bincount(np.concatenate([each["record"] for each in found.values()])))
        given, middle, family = (_along(records, found.get(part)) for part in ("given", "middle", "family"))
        own = _long(middle, lexicon) & (middle != given)
        return [
            _some((given >= 0) | (family >= 0), record=records, given=given, family=family),
            _some(own, record=records, given=middle, family=family),
        ]

    def _texts(self, part: str, column: Source, lexicon: Lexicon) -> dict[str, Arrays]:
        """Read one part of names, or whole names where `part` is empty, as (record, code) by part."""
        parts = (part,) if part else ("given", "middle", "family")

        def text(place: int) -> Callable[[object], list[int]]:
            def codes(value: object) -> list[int]:
                found = plain(a_text(value, "names") if part else name_parts(value)[place])
                return [lexicon.code((found,))] if found else []

            return codes

        return {each: self._read("names", column, text(place)) for place, each in enumerate(parts)}

    def _read(self, field: str, source: Source, codes: Callable[[object], Sequence[int]]) -> Arrays:
        """Read the distinct cells of a source, and give every record the codes of its cells."""
        columns = self._columns(source)
        known = " OR ".join(f"{column} IS NOT NULL" for column in columns)
        listed = ", ".join(columns)
        number = f"CAST(row_number() OVER (ORDER BY {listed}) - 1 AS INTEGER)"
        distinct = f"SELECT DISTINCT {listed} FROM {self.relation} WHERE {known}"
        self.engine.run(f"CREATE OR REPLACE TABLE cell AS SELECT {number} AS cell, * FROM ({distinct})")
        cells = self.engine.rows(f"SELECT {listed} FROM cell ORDER BY cell")
        self.engine.table("meaning", self._meanings(source, cells, codes))
        return self.engine.arrays(f"SELECT r.record, m.code FROM {self._having(columns)} JOIN meaning m USING (cell)")

    def _columns(self, source: Source) -> list[str]:
        return [self.engine.quoted(column) for column in columns_of(source)]

    def _having(self, columns: Sequence[str]) -> str:
        """Return the join of records `r` with the distinct `cell` c that each has."""
        same = " AND ".join(f"r.{column} IS NOT DISTINCT FROM c.{column}" for column in columns)
        return f"{self.relation} r JOIN cell c ON {same}"

    def _meanings(self, source: Source, cells: list[Cells], codes: Callable[[object], Any]) -> Arrays:
        found, counts = array("i"), array("i")  # of plain numbers: lists of a million objects are swept again and again
        bad: dict[int, BadValue] = {}
        for place, row in enumerate(cells):
            before = len(found)
            try:
                found.extend(codes(value_of(source, row)))
            except BadValue as error:
                bad[place] = error
            counts.append(len(found) - before)
        if bad:
            self._complain(source, bad)
        return {"cell": np.repeat(np.arange(len(cells), dtype=np.int32), counts), "code": np.array(found, np.int32)}

    def _complain(self, source: Source, bad: Mapping[int, BadValue]) -> None:
        """Name the cells that cannot be read, all that a source has at once."""
        id_ = self.engine.quoted(self.layout.id)
        self.engine.table("bad", {"cell": np.array(list(bad), np.int32)})
        counted = self.engine.rows(
            f"SELECT c.cell, count(*), min(r.{id_}) FROM {self._having(self._columns(source))} "
            f"JOIN bad b ON b.cell = c.cell GROUP BY c.cell ORDER BY c.cell"
        )
        listed = ((bad[cell], first, count) for cell, count, first in counted)
        self.problems += [Problem(error.field, error.reason, first, count) for error, first, count in listed]


def _along(records: NDArray[Any], found: Arrays | None) -> NDArray[np.int32]:
    """Return the code of each record, -1 where it has none."""
    codes = np.full(len(records), -1, np.int32)
    if found is not None:
        codes[np.searchsorted(records, found["record"])] = found["code"]
    return codes


def _long(codes: NDArray[np.int32], lexicon: Lexicon) -> NDArray[np.bool_]:
    long = np.append(lexicon.columns()["length"] >= LEAST_MIDDLE, False)
    found: NDArray[np.bool_] = long[codes]
    return found


def _some(where: NDArray[np.bool_], **columns: NDArray[Any]) -> Arrays:
    return {name: column[where] for name, column in columns.items()}


def _distinct(parts: list[Arrays], names: tuple[str, ...]) -> Arrays:
    """Join parts, each row once, in the order of records; several sources may give a record the same value."""
    if not parts:
        return {name: np.zeros(0, np.int32) for name in names}
    whole = np.stack([np.concatenate([part[name] for part in parts]) for name in names], axis=1).astype(np.int32)
    several = len(whole) and np.bincount(whole[:, 0]).max() > 1
    whole = np.unique(whole, axis=0) if several else whole[np.argsort(whole[:, 0], kind="stable")]
    return {name: np.ascontiguousarray(whole[:, place]) for place, name in enumerate(names)}
