"""A collection: records in an engine, as codes of dictionaries; more may be added at any time.

Each distinct text of a relation is read once, however many records have it. What a batch needs of records is then
whole numbers: entries (record, code) for each feature, and for names (record, given, family).
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from manumit.linkage.batch.cells import Problem, Reader
from manumit.linkage.batch.engine import Arrays, Engine
from manumit.linkage.batch.layout import Layout
from manumit.linkage.comparison import BadValue
from manumit.linkage.profile import Profile
from manumit.linkage.reading import Record, read
from manumit.linkage.table import NAME, Builder, Column, Lexicon, Names, Table, starts

NUMBERED = "numbered"


@dataclass
class _Growing:
    """Entries as they came, in the order of records: record numbers and codes, in parts."""

    parts: list[Arrays]

    def whole(self, since: int) -> Arrays:
        """All entries of records from number `since` on."""
        parts = [part for part in self.parts if len(part["record"]) and part["record"][-1] >= since]
        if not parts:
            return {name: column[:0] for name, column in self.parts[0].items()}
        found = {name: np.concatenate([part[name] for part in parts]) for name in parts[0]}
        begin = int(np.searchsorted(found["record"], since))
        return {name: column[begin:] for name, column in found.items()}


class Collection:
    """Records of one profile in an engine.

    `ids` are the callers' ids by record number. Relations in the engine: `entry_F (record, code)` for each feature F
    that reads its own field, and `name (record, given, family)`, -1 for a missing part. `single` names the features (or
    `name`) of which no record has more than one value; `wide` is what of them the relation `wide` has, and of how many
    records (see `wide.widened`). `problems` are the values that could not be read: they say
    nothing, the rest of their record stays.
    """

    def __init__(self, profile: Profile, engine: Engine) -> None:
        self.profile, self.engine = profile, engine
        self.ids: list[Any] = []
        self.values = {feature.name: Lexicon(feature.comparison) for feature in profile.plain}
        self.names = Lexicon(NAME)
        self.problems: list[Problem] = []
        self.single = {"name", *self.values}
        self.wide: tuple[tuple[str, ...], int] = ((), 0)
        self._entries = {feature.name: _Growing([]) for feature in profile.plain}
        self._named = _Growing([])

    def __len__(self) -> int:
        return len(self.ids)

    def add(self, relation: str, layout: Layout) -> int:
        """Add the rows of a relation of the engine, and return the record number of the first."""
        first = len(self.ids)
        self._number(relation, layout, first)
        reader = Reader(self.engine, NUMBERED, layout)
        for feature in self.profile.plain:
            self._keep(feature.name, reader.entries(feature, self.values[feature.name]))
        if self.profile.named:
            self._keep_names(reader.names(self.names))
        self.problems += reader.problems
        self.engine.run(f"DROP TABLE {NUMBERED}")
        return first

    def add_records(self, ids: Iterable[Any], records: Iterable[Record]) -> int:
        """Add plain records, which may have several values a field, and return the record number of the first."""
        first = len(self.ids)
        builder = _Appending(self, first)
        for id_, record in zip(ids, records, strict=True):
            try:
                builder.add(id_, read(self.profile, record))
            except BadValue as error:
                self.problems.append(Problem(error.field, error.reason, id_, 1))
        builder.keep()
        return first

    def table(self) -> Table:
        """Return the records as the library's table."""
        columns = {name: self._column(name) for name in self.values}
        return Table(
            self.profile, [str(id_) for id_ in self.ids], columns, self._names() if self.profile.named else None
        )

    def entries(self, name: str, since: int = 0) -> Arrays:
        """Return the entries of a feature, or of `name`, in the order of records, of records from `since` on."""
        return (self._named if name == "name" else self._entries[name]).whole(since)

    def _number(self, relation: str, layout: Layout, first: int) -> None:
        id_, given = self.engine.quoted(layout.id), self.engine.quoted(relation)
        number = f"CAST(row_number() OVER (ORDER BY {id_}) - 1 + {first} AS INTEGER)"
        self.engine.run(f"CREATE OR REPLACE TABLE {NUMBERED} AS SELECT {number} AS record, * FROM {given}")
        found = self.engine.rows(f"SELECT {id_} FROM {NUMBERED} ORDER BY record")
        self.ids.extend(row[0] for row in found)

    def _keep(self, name: str, found: Arrays) -> None:
        self._entries[name].parts.append(found)
        self.engine.append(f"entry_{name}", found)
        self._count(name, found["record"])

    def _keep_names(self, found: Arrays) -> None:
        self._named.parts.append(found)
        self.engine.append("name", found)
        self._count("name", found["record"])

    def _count(self, name: str, records: NDArray[Any]) -> None:
        if len(records) and np.bincount(records).max() > 1:
            self.single.discard(name)

    def _column(self, name: str) -> Column:
        found = self.entries(name)
        return Column(self.values[name].columns(), self._starts(found), found["code"])

    def _names(self) -> Names:
        found = self.entries("name")
        return Names(self.names.columns(), self._starts(found), found["given"], found["family"])

    def _starts(self, found: Arrays) -> NDArray[np.int64]:
        return starts(np.bincount(found["record"], minlength=len(self)))


class _Appending(Builder):
    """Collects readings with a collection's own dictionaries."""

    def __init__(self, collection: Collection, first: int) -> None:
        super().__init__(collection.profile)
        self.collection, self.first = collection, first
        self.lexicons = [collection.values[feature.name] for feature in collection.profile.plain]
        self.names = collection.names

    def keep(self) -> None:
        """Move everything into the collection."""
        self.collection.ids.extend(self.ids)
        for place, feature in enumerate(self.profile.plain):
            self.collection._keep(feature.name, self._arrays(self.counts[place], code=self.codes[place]))
        if self.profile.named:
            self.collection._keep_names(self._arrays(self.entries, given=self.given, family=self.family))

    def _arrays(self, counts: Sequence[int], **columns: list[int]) -> Arrays:
        record = np.repeat(np.arange(self.first, self.first + len(counts), dtype=np.int32), counts)
        return {"record": record, **{name: np.array(codes, np.int32) for name, codes in columns.items()}}
