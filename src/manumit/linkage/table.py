"""Tables: records of one profile as columns of codes, each distinct value kept once."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from manumit.linkage.compare.names import NamePart
from manumit.linkage.comparison import Columns, Comparison, Key, joined
from manumit.linkage.profile import Profile
from manumit.linkage.reading import Reading, Record, read

NAME = NamePart()


@dataclass(frozen=True, slots=True)
class Column:
    """One feature of all records: record r has the values `codes[start[r]:start[r + 1]]`, rows of `values`."""

    values: Columns
    start: NDArray[np.int64]
    codes: NDArray[np.int32]


@dataclass(frozen=True, slots=True)
class Names:
    """All names: record r has the entries `start[r]:start[r + 1]`; a part is a row of `values`, -1 where missing."""

    values: Columns
    start: NDArray[np.int64]
    given: NDArray[np.int32]
    family: NDArray[np.int32]


@dataclass(frozen=True, slots=True)
class Table:
    """Records as columns; `columns` by feature name, without the parts of names."""

    profile: Profile
    ids: list[str]
    columns: dict[str, Column]
    names: Names | None

    def __len__(self) -> int:
        return len(self.ids)


class Lexicon:
    """Distinct keys in the order they came, each with a code."""

    def __init__(self, comparison: Comparison) -> None:
        self.comparison = comparison
        self._codes: dict[Key, int] = {}
        self._new: list[Key] = []
        self._made = comparison.columns([])

    def code(self, key: Key) -> int:
        """Return the code of a key, a new one for a key not yet seen."""
        code = self._codes.get(key)
        if code is None:
            code = self._codes[key] = len(self._codes)
            self._new.append(key)
        return code

    def columns(self) -> Columns:
        """Return the distinct keys as columns; only keys that are new since the last time are worked out."""
        if self._new:
            self._made = joined([self._made, self.comparison.columns(self._new)])
            self._new = []
        return self._made


class Builder:
    """Collects readings and makes a table of them."""

    def __init__(self, profile: Profile) -> None:
        self.profile = profile
        self.ids: list[str] = []
        self.lexicons = [Lexicon(feature.comparison) for feature in profile.plain]
        self.codes: list[list[int]] = [[] for _ in self.lexicons]
        self.counts: list[list[int]] = [[] for _ in self.lexicons]
        self.names = Lexicon(NAME)
        self.given: list[int] = []
        self.family: list[int] = []
        self.entries: list[int] = []

    def add(self, id_: str, reading: Reading) -> None:
        """Add a record as it was read."""
        self.ids.append(id_)
        for place, keys in enumerate(reading.keys):
            lexicon = self.lexicons[place]
            self.codes[place].extend([lexicon.code(key) for key in keys])
            self.counts[place].append(len(keys))
        for given, family in reading.names:
            self.given.append(self.names.code((given,)) if given else -1)
            self.family.append(self.names.code((family,)) if family else -1)
        self.entries.append(len(reading.names))

    def table(self) -> Table:
        """Return what was added as a table."""
        columns = {
            feature.name: Column(self.lexicons[place].columns(), starts(self.counts[place]), _codes(self.codes[place]))
            for place, feature in enumerate(self.profile.plain)
        }
        names = Names(self.names.columns(), starts(self.entries), _codes(self.given), _codes(self.family))
        return Table(self.profile, list(self.ids), columns, names if self.profile.named else None)


def encode(profile: Profile, ids: Iterable[str], records: Iterable[Record]) -> Table:
    """Return the records as a table. Raises `BadValue` for the first value that cannot be read."""
    builder = Builder(profile)
    for id_, record in zip(ids, records, strict=True):
        builder.add(id_, read(profile, record))
    return builder.table()


def starts(counts: Any) -> NDArray[np.int64]:
    """Return where each record's values begin, and where the last one's end."""
    found = np.zeros(len(counts) + 1, np.int64)
    np.cumsum(counts, out=found[1:])
    return found


def _codes(codes: list[int]) -> NDArray[np.int32]:
    return np.array(codes, np.int32)
