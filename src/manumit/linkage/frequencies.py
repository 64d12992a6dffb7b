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
from manumit.linkage.table import Column, Table

KEPT = 200_000
"""A value that occurs less than once in so many is not kept: it counts as if it occurred that often."""

MOST_BITS = 10_000
"""Millibits: the most that one term of a description counts."""

FEW = 2
"""A number that was issued to one holder says all it can while no more records than that carry it."""

COMMON = 64
"""A number that so many records carry (a hotline's, a hotel's) says nothing of whose records they are."""

_NOTHING = -30_000
"""Millibits: more than any level weighs; `Model.earned` lets it take no more than the level's weight."""


@dataclass(frozen=True)
class Frequencies:
    """Counts of the values of one feature in `total` records (or names) that have one.

    `alike` is how often two values taken at random are the same, per thousand million. Values that are not in `counts`
    occur `floor` times. Of issued numbers (`carried`) only those that many records carry are kept.
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

    @classmethod
    def carried(cls, times: Mapping[str, int]) -> Frequencies:
        """Return frequencies of issued numbers that so many records carry: each a power of two, 4 to 64.

        What fewer carry is not kept; and a few records more or fewer make no other model.
        """
        kept = {term: steps(count) for term, count in sorted(times.items()) if term and steps(count) > FEW}
        return cls(counts=kept)

    def crowd(self, term: str) -> int:
        """Return what an issued number says less for being carried by many records, in millibits: 0 or below.

        Among 2n records that carry it the other one is as likely again not to be meant as among n, one bit less; what
        `COMMON` carry says nothing.
        """
        count = self.counts.get(term, FEW)
        return _NOTHING if count >= COMMON else -_millibits(count / FEW)

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


def steps(count: int) -> int:
    """Return how many records carry a number, as models keep it: a power of two, `COMMON` at most."""
    return min(1 << count.bit_length() - 1, COMMON) if count > 0 else 0


def rarity(frequencies: Frequencies, comparison: Comparison, values: Columns) -> NDArray[np.int32]:
    """Return the rarity of each row of `values` in millibits."""
    if not frequencies.total and not comparison.shared:
        return np.zeros(rows(values), np.int32)
    return np.array([rarity_of(frequencies, comparison, key) for key in comparison.keys(values)], np.int32)


def rarity_of(frequencies: Frequencies, comparison: Comparison, key: Key) -> int:
    """Return the rarity of one value in millibits."""
    if comparison.issued:
        return frequencies.crowd(comparison.term(key))
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
        if comparison.issued:
            found[feature.name] = _carried(table.columns[feature.name], comparison)
            continue
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


def _carried(column: Column, comparison: Comparison) -> Frequencies:
    """Count the records that carry each number, whatever else stands with it (a plate's state, an account's site)."""
    counts = np.diff(column.start)
    numbers, places = np.unique(comparison.numbers(column.values), return_inverse=True)
    once = np.unique(np.repeat(np.arange(len(counts)), counts) << 32 | places[column.codes])
    times = np.bincount(once & 0xFFFFFFFF, minlength=len(numbers))
    many = np.flatnonzero(times > FEW)
    terms = [comparison.term((number,)) for number in numbers[many].tolist()]
    return Frequencies.carried(dict(zip(terms, times[many].tolist(), strict=True)))


class Crowds:
    """The issued numbers that many records carry, in order, to be looked up: of a million numbers few are counted."""

    def __init__(self, frequencies: Frequencies, comparison: Comparison) -> None:
        kind = comparison.numbers(comparison.columns([])).dtype
        numbers = np.array([comparison.number(term) for term in frequencies.counts], kind)
        crowds = np.array([frequencies.crowd(term) for term in frequencies.counts], np.int32)
        order = np.argsort(numbers)
        self._numbers, self._crowds = numbers[order], crowds[order]

    def of(self, numbers: NDArray[Any]) -> NDArray[np.int32]:
        """Return what each number says less for being carried by many, in millibits: 0 or below."""
        if not len(self._numbers):
            return np.zeros(len(numbers), np.int32)
        places = np.minimum(np.searchsorted(self._numbers, numbers), len(self._numbers) - 1)
        return np.where(self._numbers[places] == numbers, self._crowds[places], np.int32(0)).astype(np.int32)


def _text(part: bytes) -> str:
    return part.decode()


@lru_cache(maxsize=10_000)
def _millibits(ratio: float) -> int:
    return round(1000 * math.log2(ratio))
