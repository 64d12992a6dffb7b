"""How common each value is, and so how much it says when two records have it in common."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any

import numpy as np
from numpy.typing import NDArray

from manumit.linkage.comparison import Columns, Comparison, Key, rows
from manumit.linkage.table import Table

KEPT = 200_000
"""A value that occurs less than once in so many is not kept: it counts as if it occurred that often."""

MOST_BITS = 10_000
"""Millibits: the most that one term of a description counts."""


@dataclass(frozen=True)
class Frequencies:
    """Counts of the values of one feature in `total` records (or names) that have one.

    `alike` is how often two values taken at random are the same, per thousand million. Values that are not in `counts`
    occur `floor` times.
    """

    total: int = 0
    floor: int = 1
    alike: int = 0
    counts: Mapping[str, int] = field(default_factory=dict)

    @classmethod
    def of(cls, terms: Iterable[str], total: int = 0) -> Frequencies:
        """Count terms; `total` is the number of records where a record has several."""
        return cls.counted(Counter(terms), total)

    @classmethod
    def counted(cls, times: Mapping[str, int], total: int = 0) -> Frequencies:
        """Return frequencies of terms that occur so many `times`; `total` as in `of`."""
        counts = {term: count for term, count in times.items() if term and count}
        whole = total or sum(counts.values())
        if not whole:
            return cls()
        floor = max(1, whole // KEPT)
        alike = round(1e9 * sum((count / whole) ** 2 for count in counts.values()))
        kept = {term: count for term, count in sorted(counts.items()) if count > floor}
        return cls(whole, floor, alike, kept)

    def rarity(self, term: str) -> int:
        """Return log2(alike / frequency) in millibits: above 0 for a value rarer than values in common mostly are."""
        if not self.total or not term or not self.alike:
            return 0
        return _millibits(self.alike * self.total / (1e9 * self._count(term)))

    def beyond(self, term: str, coarser: str) -> int:
        """Return what a term says beyond a coarser one, in millibits: log2(frequency of coarser / frequency)."""
        if not self.total:
            return 1_000
        whole = self._count(coarser) if coarser else self.total
        return min(max(_millibits(whole / self._count(term)), 0), MOST_BITS)

    def _count(self, term: str) -> int:
        return max(self.counts.get(term, self.floor), self.floor)


def rarity(frequencies: Frequencies, comparison: Comparison, values: Columns) -> NDArray[np.int32]:
    """Return the rarity of each row of `values` in millibits."""
    if not frequencies.total and not comparison.shared:
        return np.zeros(rows(values), np.int32)
    return np.array([rarity_of(frequencies, comparison, key) for key in comparison.keys(values)], np.int32)


def rarity_of(frequencies: Frequencies, comparison: Comparison, key: Key) -> int:
    """Return the rarity of one value in millibits."""
    if comparison.shared:
        return frequencies.beyond(_text(key[0]), _text(key[1]))
    return frequencies.rarity(comparison.term(key)) if frequencies.total else 0


def measured(table: Table) -> dict[str, Frequencies]:
    """Return the frequencies of every feature whose values are counted, by feature name."""
    found = {}
    for feature in table.profile.features:
        if not feature.counted:
            continue
        comparison = feature.comparison
        values, codes, records = _occurrences(table, feature.name, feature.part)
        terms = [comparison.term(key) for key in comparison.keys(values)]
        counts = np.bincount(codes, minlength=len(terms)) if len(codes) else np.zeros(len(terms), np.int64)
        repeated = Counter[str]()
        for term, count in zip(terms, counts.tolist(), strict=True):
            repeated[term] += count
        found[feature.name] = Frequencies.counted(repeated, records if comparison.shared else 0)
    return found


def _occurrences(table: Table, name: str, part: str) -> tuple[Columns, NDArray[Any], int]:
    if part and table.names is not None:
        codes = getattr(table.names, part)
        return table.names.values, codes[codes >= 0], len(table)
    column = table.columns[name]
    return column.values, column.codes, int((np.diff(column.start) > 0).sum())


def _text(part: bytes) -> str:
    return part.decode()


@lru_cache(maxsize=10_000)
def _millibits(ratio: float) -> int:
    return round(1000 * math.log2(ratio))
