"""Merging segments: the living records of several become one segment, and values nobody has any more are dropped."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from manumit.linkage.comparison import Columns, Comparison, joined, take
from manumit.linkage.index.container import Arrays
from manumit.linkage.index.segment import Held, Rows, Segment, column_arrays, spans, values_arrays, ways_to_find
from manumit.linkage.profile import Profile
from manumit.linkage.table import NAME, starts


@dataclass(frozen=True, slots=True)
class Living:
    """A segment and the rows of it that are kept."""

    segment: Segment
    rows: Rows


def merged(profile: Profile, parts: Sequence[Living]) -> Arrays:
    """Return the arrays of one segment that holds the kept rows of all parts, in their order."""
    ids = np.concatenate([part.segment.ids[part.rows] for part in parts])
    arrays: Arrays = {"ids": ids, "order": np.argsort(ids, kind="stable").astype(np.int32)}
    for feature in profile.plain:
        held = [part.segment.held[feature.name] for part in parts]
        arrays |= _merged(feature.name, feature.comparison, parts, [{"codes": one} for one in held])
    if profile.named:
        held_names = [{"given": part.segment.given, "family": part.segment.family} for part in parts]
        arrays |= _merged("names", NAME, parts, held_names)
    return arrays | ways_to_find(profile, arrays)


def _merged(name: str, how: Comparison, parts: Sequence[Living], held: Sequence[dict[str, Held]]) -> Arrays:
    """Merge one column, or the columns of names, that share one vocabulary a segment."""
    sides = list(held[0])
    counts, codes = [], []
    for part, columns in zip(parts, held, strict=True):
        counted, places = _spread(list(columns.values()), part.rows)
        counts.append(counted)
        codes.append({side: columns[side].codes[places] for side in sides})
    values, maps = _one_vocabulary(how, [columns[sides[0]].values for columns in held], codes)
    found = {side: np.concatenate([m[part[side]] for m, part in zip(maps, codes, strict=True)]) for side in sides}
    return values_arrays(name, values) | column_arrays(name, starts(np.concatenate(counts)), found)


def _spread(held: Sequence[Held], rows: Rows) -> tuple[NDArray[np.int64], Rows]:
    """Return how many values each row has, and the places of all of them; -1 in every column is no value."""
    start = held[0].start
    if start is None:
        known = np.any([column.codes[rows] >= 0 for column in held], axis=0)
        return known.astype(np.int64), rows[known]
    begin, end = start[rows], start[rows + 1]
    return (end - begin).astype(np.int64), spans(begin, end)


def _one_vocabulary(
    how: Comparison, vocabularies: Sequence[Columns], codes: Sequence[dict[str, Any]]
) -> tuple[Columns, list[NDArray[np.int32]]]:
    """Return one vocabulary of all values in use, and for each part its codes in it (-1 stays -1)."""
    used = [np.unique(np.concatenate([side[side >= 0] for side in part.values()])) for part in codes]
    whole = joined([take(values, some) for values, some in zip(vocabularies, used, strict=True)])
    _, first, back = np.unique(_comparable(how, whole), return_index=True, return_inverse=True)
    maps, at = [], 0
    for values, some in zip(vocabularies, used, strict=True):
        there = np.full(len(next(iter(values.values()))) + 1, -1, np.int32)
        there[some] = back.reshape(-1)[at : at + len(some)]
        maps.append(there)
        at += len(some)
    return take(whole, first), maps


def _comparable(how: Comparison, values: Columns) -> NDArray[Any]:
    """Return one sortable value a row: the key column itself, or the bytes of all of them."""
    names = how.key.names or ()
    if len(names) == 1:
        return values[names[0]]
    packed = np.empty(len(values[names[0]]), how.key)
    for name in names:
        packed[name] = values[name]
    return packed.view(f"V{how.key.itemsize}").reshape(-1)
