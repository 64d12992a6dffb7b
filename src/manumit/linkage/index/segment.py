"""Segments: many records as columns of codes, with the ways to find some of them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import numpy as np
from numpy.typing import NDArray

from manumit.linkage.comparison import Columns, rows
from manumit.linkage.index.container import Arrays
from manumit.linkage.profile import Profile
from manumit.linkage.table import Table

FOUND_BY_VALUE = ("birth", "place")
"""Features whose whole vocabulary is compared with the question, and the records then found by value."""

YEARS = 1 << 14
"""More than any year: a name's code times this, and a year, are one number."""

Rows = NDArray[Any]
"""Places of records, or of entries, in a segment."""


@dataclass(frozen=True, slots=True)
class Held:
    """One column of a segment.

    Where no record has more than one value `start` is None and `codes` has one code a record, -1 for no value;
    otherwise record r has `codes[start[r]:start[r + 1]]`.
    """

    values: Columns
    codes: NDArray[np.int32]
    start: NDArray[np.int32] | None


class Segment:
    """Records of one profile, never changed once made; `arrays` is all there is of it."""

    def __init__(self, profile: Profile, arrays: Arrays) -> None:
        self.profile = profile
        self.arrays = arrays
        self.held = {feature.name: self._held(feature.name, "codes") for feature in profile.plain}

    def __len__(self) -> int:
        return len(self.arrays["ids"])

    @property
    def ids(self) -> NDArray[np.bytes_]:
        """The records' ids as UTF-8, in the order of the rows."""
        return self.arrays["ids"]

    @cached_property
    def has_ways(self) -> bool:
        """True where the segment was made with ways to find some of its records; else all are compared."""
        return any(name.endswith("/post-start") for name in self.arrays)

    @cached_property
    def given(self) -> Held:
        """The given name of each entry: a record has the entries of its row."""
        return self._held("names", "given")

    @cached_property
    def family(self) -> Held:
        """The family name of each entry."""
        return self._held("names", "family")

    def rows_of(self, ids: Sequence[bytes]) -> Rows:
        """Return the rows of those ids that are here."""
        order = self.arrays["order"]
        wanted = np.array(list(ids), self.ids.dtype) if ids else np.zeros(0, self.ids.dtype)
        longest = self.ids.dtype.itemsize
        fits = np.array([len(id_) <= longest for id_ in ids], np.bool_)
        places = np.minimum(np.searchsorted(self.ids, wanted, sorter=order), len(self) - 1)
        found = order[places]
        return np.asarray(found[(self.ids[found] == wanted) & fits])

    def postings(self, name: str, codes: Rows) -> Rows:
        """Return the rows (for names: the entries) that have any of the codes; a row of two values may come twice."""
        start, listed = self.arrays[f"{name}/post-start"], self.arrays[f"{name}/post"]
        found: Rows = listed[spans(start[codes], start[codes + 1])]
        return found

    def born_between(self, codes: Rows, first: int, last: int) -> Rows:
        """Return the entries of which the given name has any of the codes, born in those years or in no year known."""
        keys, listed = self.arrays["given/post-key"], self.arrays["given/post"]
        of_name = codes.astype(np.int64) * YEARS
        some = [
            spans(np.searchsorted(keys, of_name + low), np.searchsorted(keys, of_name + high + 1))
            for low, high in ((0, 0), (first, last))
        ]
        found: Rows = listed[np.concatenate(some)]
        return found

    def looked_up(self, name: str, numbers: NDArray[np.uint64]) -> Rows:
        """Return the codes of the values of a feature that share any of the numbers."""
        sorted_ = self.arrays[f"{name}/look-number"]
        found = spans(np.searchsorted(sorted_, numbers, "left"), np.searchsorted(sorted_, numbers, "right"))
        return np.unique(self.arrays[f"{name}/look-code"][found])

    def _held(self, name: str, codes: str) -> Held:
        prefix = f"{name}/values/"
        values = {key.removeprefix(prefix): array for key, array in self.arrays.items() if key.startswith(prefix)}
        return Held(values, self.arrays[f"{name}/{codes}"], self.arrays.get(f"{name}/start"))


def arrays_of(table: Table, *, ways: bool = True) -> Arrays:
    """Return the arrays of a segment of the table's records, with the `ways_to_find` some of them or without."""
    ids = np.array([id_.encode() for id_ in table.ids] or [b""], np.bytes_)[: len(table)]
    arrays: Arrays = {"ids": ids, "order": np.argsort(ids, kind="stable").astype(np.int32)}
    for name, column in table.columns.items():
        arrays |= values_arrays(name, column.values)
        arrays |= column_arrays(name, column.start, {"codes": column.codes})
    if table.names is not None:
        names = table.names
        arrays |= values_arrays("names", names.values)
        arrays |= column_arrays("names", names.start, {"given": names.given, "family": names.family})
    return arrays | (ways_to_find(table.profile, arrays) if ways else {})


def ways_to_find(profile: Profile, arrays: Arrays) -> Arrays:
    """Return postings by value and look-up numbers: what finds the records worth comparing."""
    found: Arrays = {}
    for feature in profile.plain:
        values = _of(arrays, feature.name)
        numbers, codes = feature.comparison.lookups(values)
        if feature.name in FOUND_BY_VALUE or len(numbers):
            found |= _posted(feature.name, arrays, "codes", rows(values))
        if len(numbers):
            order = np.argsort(numbers, kind="stable")
            found |= {f"{feature.name}/look-number": numbers[order], f"{feature.name}/look-code": codes[order]}
    if profile.named:
        for part in ("given", "family"):
            posted = _posted("names", arrays, part, rows(_of(arrays, "names")), by_entry=True)
            found |= {key.replace("names/", f"{part}/"): array for key, array in posted.items()}
        if "names/start" in arrays:
            found["names/row"] = owners(arrays["names/start"])
        found |= _by_year(arrays, found)
    return found


def _by_year(arrays: Arrays, found: Arrays) -> Arrays:
    """Return the entries of each given name in the order of their years of birth, with name and year as one number."""
    years = _years(arrays)
    listed = found["given/post"]
    rows_of = found["names/row"][listed] if "names/row" in found else listed
    keys = arrays["names/given"][listed].astype(np.int64) * YEARS + years[rows_of]
    order = np.argsort(keys, kind="stable")
    return {"given/post": listed[order], "given/post-key": keys[order]}


def _years(arrays: Arrays) -> NDArray[np.int16]:
    """Return each record's year of birth, 0 where it has none or several."""
    codes, start, known = arrays["birth/codes"], arrays.get("birth/start"), arrays["birth/values/year"]
    if start is not None:
        single = np.diff(start) == 1
        codes = np.where(single, np.append(codes, -1)[start[:-1]], -1)
    return np.append(known, np.int16(0))[codes]


def owners(start: Rows) -> NDArray[np.int32]:
    """Return the row that each value belongs to."""
    return np.repeat(np.arange(len(start) - 1, dtype=np.int32), np.diff(start)).astype(np.int32)


def spans(begin: Rows, end: Rows) -> Rows:
    """Return all places from each begin to before each end, one after another."""
    counts = end - begin
    total = int(counts.sum())
    return np.asarray(np.arange(total) + np.repeat(begin - (np.cumsum(counts) - counts), counts))


def _of(arrays: Arrays, name: str) -> Columns:
    prefix = f"{name}/values/"
    return {key.removeprefix(prefix): array for key, array in arrays.items() if key.startswith(prefix)}


def values_arrays(name: str, values: Columns) -> Arrays:
    """Return the arrays of a vocabulary."""
    return {f"{name}/values/{key}": column for key, column in values.items()}


def column_arrays(name: str, start: Rows, codes: Arrays) -> Arrays:
    """Return the arrays of columns that begin together: one code a row where no row has more, else all with `start`."""
    counts = np.diff(start)
    if counts.max(initial=0) > 1:
        return {f"{name}/{key}": array for key, array in codes.items()} | {f"{name}/start": start.astype(np.int32)}
    dense = {}
    for key, array in codes.items():
        whole = np.full(len(counts), -1, np.int32)
        whole[counts == 1] = array
        dense[f"{name}/{key}"] = whole
    return dense


def _posted(name: str, arrays: Arrays, codes: str, distinct: int, *, by_entry: bool = False) -> Arrays:
    """Return the rows (or entries) of each code, grouped by code."""
    held, start = arrays[f"{name}/{codes}"], arrays.get(f"{name}/start")
    owner = owners(start) if start is not None and not by_entry else np.arange(len(held), dtype=np.int32)
    known = np.flatnonzero(held >= 0)
    order = known[np.argsort(held[known], kind="stable")]
    counts = np.bincount(held[known], minlength=distinct)
    return {
        f"{name}/post-start": np.concatenate([[0], np.cumsum(counts)]).astype(np.int64),
        f"{name}/post": owner[order],
    }
