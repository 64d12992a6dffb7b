"""Which records carry an issued number: what a hub is counted by."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from typing import Any

import numpy as np

from manumit.linkage.index.segment import Held, Rows, Segment, owners
from manumit.linkage.profile import Feature

Living = tuple[Segment, Any]
"""A segment, and of each row whether it is still a record."""


def carriers_of(feature: Feature, segments: Iterable[Living], terms: Collection[str]) -> dict[str, set[str]]:
    """Return the ids of the records that carry each of `terms`: looked up, however many others there are."""
    found: dict[str, set[str]] = {term: set() for term in terms}
    for segment, alive in segments:
        for term in terms:
            rows = _rows_with(feature, segment, feature.comparison.number(term))
            found[term].update(_ids(segment, rows[alive[rows]]))
    return found


def crowds(feature: Feature, segments: Iterable[Living], least: int) -> dict[str, set[str]]:
    """Return the ids of the records that carry each number that `least` records or more carry."""
    parts = [_carried(feature, segment, alive) for segment, alive in segments]
    if not parts:
        return {}
    numbers, ids = (np.concatenate([part[side] for part in parts]) for side in (0, 1))
    _, places, counts = np.unique(numbers, return_inverse=True, return_counts=True)
    many = np.flatnonzero(counts[places] >= least)
    found: dict[str, set[str]] = {}
    for number, id_ in zip(numbers[many].tolist(), ids[many].tolist(), strict=True):
        found.setdefault(feature.comparison.term((number,)), set()).add(id_.decode())
    return {term: records for term, records in found.items() if len(records) >= least}


def _rows_with(feature: Feature, segment: Segment, number: object) -> Rows:
    name, how = feature.name, feature.comparison
    held = segment.held[name]
    if f"{name}/look-number" in segment.arrays:
        rest = [b""] * (len(how.key.names or ()) - 1)
        codes = segment.looked_up(name, how.lookups(how.columns([(number, *rest)]))[0])
        return segment.postings(name, codes[how.numbers(held.values)[codes] == number])
    rows, codes = _occurrences(held)
    return np.asarray(rows[how.numbers(held.values)[codes] == number])


def _carried(feature: Feature, segment: Segment, alive: Any) -> tuple[Any, Any]:
    held = segment.held[feature.name]
    rows, codes = _occurrences(held)
    living = alive[rows]
    return feature.comparison.numbers(held.values)[codes[living]], segment.ids[rows[living]]


def _occurrences(held: Held) -> tuple[Rows, Rows]:
    """Return the row and the code of every value."""
    if held.start is None:
        rows = np.flatnonzero(held.codes >= 0)
        return rows, held.codes[rows]
    return owners(held.start), held.codes


def _ids(segment: Segment, rows: Rows) -> Iterator[str]:
    yield from (id_.decode() for id_ in segment.ids[rows].tolist())
