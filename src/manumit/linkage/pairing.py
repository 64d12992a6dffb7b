"""Pairs of records, compared all at once: level codes, rarity and weight for each feature."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from manumit.linkage import comparison
from manumit.linkage.compare import names as name_levels
from manumit.linkage.compare.terms import TermsInCommon
from manumit.linkage.comparison import MISSING, Codes, Columns, Comparison, Truth, take
from manumit.linkage.model import Model
from manumit.linkage.profile import Feature
from manumit.linkage.table import Names, Table

Places = NDArray[np.int64]
"""Rows of a table, or of its entries."""

Weights = NDArray[np.int32]
"""Millibits, one a row."""

PARTS = ("given", "family")
"""The two features that compare names, chosen together."""


@dataclass(frozen=True, slots=True)
class Pairs:
    """What comparing n pairs gave, a column a feature of the profile.

    `levels` are codes, `MISSING` where a side has no value; `rarity` the part of `weights` that is not the level's own
    weight; both in millibits. `total` is the sum of the weights: the score.
    """

    levels: Codes
    rarity: Weights
    weights: Weights

    @property
    def total(self) -> Weights:
        """The score of each pair."""
        summed: Weights = self.weights.sum(axis=1, dtype=np.int32)
        return summed

    def __len__(self) -> int:
        return len(self.levels)


@dataclass(frozen=True, slots=True)
class _Found:
    """Level, rarity and weight of one feature, one row a pair (or a pair of values)."""

    levels: Codes
    rarity: Weights

    def weights(self, model: Model, name: str) -> Weights:
        found: Weights = model.weight(name)[self.levels] + self.rarity
        return found


@dataclass(frozen=True, slots=True)
class _Run:
    """The pairs that are compared: record `i[k]` of `left` with record `j[k]` of `right`."""

    model: Model
    left: Table
    i: Places
    right: Table
    j: Places


@dataclass(frozen=True, slots=True)
class _Side:
    """One side of pairs of values: codes, rows of `values`, -1 where missing."""

    values: Columns
    codes: NDArray[Any]

    def rarity(self, model: Model, name: str) -> Weights:
        """The rarity of each code's value; of a missing value none."""
        used = np.unique(self.codes[self.codes >= 0])
        whole = np.zeros(comparison.rows(self.values) + 1, np.int32)
        if len(used):
            whole[used] = model.rarity(name, take(self.values, used))
        found: Weights = whole[self.codes]
        return found


def pair_levels(model: Model, left: Table, i: Any, right: Table, j: Any) -> Pairs:
    """Compare record `i[k]` of `left` with record `j[k]` of `right`, for all k."""
    run = _Run(model, left, np.asarray(i, np.int64), right, np.asarray(j, np.int64))
    features = model.profile.features
    levels = np.full((len(run.i), len(features)), MISSING, np.uint8)
    rarity = np.zeros((len(run.i), len(features)), np.int32)
    for place, found in _all_found(run):
        levels[:, place], rarity[:, place] = found.levels, found.rarity
    weights = np.stack([model.weight(feature.name)[levels[:, k]] for k, feature in enumerate(features)], axis=1)
    return Pairs(levels, rarity, weights + rarity)


def _all_found(run: _Run) -> Iterator[tuple[int, _Found]]:
    profile = run.model.profile
    for feature in profile.plain:
        yield profile.place(feature.name), _plain(run, feature)
    if run.left.names is not None and run.right.names is not None:
        given, family = _named(run, run.left.names, run.right.names)
        yield profile.place("given"), given
        yield profile.place("family"), family


def _plain(run: _Run, feature: Feature) -> _Found:
    one, other = run.left.columns[feature.name], run.right.columns[feature.name]
    pair, a, b = expanded(one.start, run.i, other.start, run.j)
    if not len(pair):
        return _nothing(len(run.i))
    left, right = _Side(one.values, one.codes[a]), _Side(other.values, other.codes[b])
    levels = distinct_levels(feature.comparison, left.values, left.codes, right.values, right.codes)
    common = _common(run.model, (left, feature.name), (right, feature.name))
    if isinstance(feature.comparison, TermsInCommon):
        total = np.bincount(pair, np.where(levels == 0, common, 0), len(run.i))
        return _summed(run, feature.name, feature.comparison, total)
    found = _Found(levels, earned(run.model, feature.name, levels, common))
    return _best(run.model, feature.name, len(run.i), pair, found)


def _nothing(n: int) -> _Found:
    return _Found(np.full(n, MISSING, np.uint8), np.zeros(n, np.int32))


def _summed(run: _Run, name: str, how: TermsInCommon, total: NDArray[Any]) -> _Found:
    """Grade the sum of what both sides of a pair have in common; a side with nothing is missing."""
    total = total.astype(np.int32)
    levels = how.grade(total)
    left, right = run.left.columns[name].start, run.right.columns[name].start
    levels[(left[run.i + 1] == left[run.i]) | (right[run.j + 1] == right[run.j])] = MISSING
    return _Found(levels, earned(run.model, name, levels, total))


def _named(run: _Run, left: Names, right: Names) -> tuple[_Found, _Found]:
    """Choose the pair of entries, and the arrangement of their parts, that weighs most."""
    model = run.model
    pair, a, b = expanded(left.start, run.i, right.start, run.j)
    one = {part: _Side(left.values, getattr(left, part)[a]) for part in PARTS}
    other = {part: _Side(right.values, getattr(right, part)[b]) for part in PARTS}
    straight = [_part(model, part, one[part], other[part]) for part in PARTS]
    crossed, may = _crossed(model, one, other)
    chosen = may & (_sum(model, crossed) > _sum(model, straight))
    parts = [_either(chosen, x, s) for x, s in zip(crossed, straight, strict=True)]
    best = heaviest(len(run.i), pair, _sum(model, parts), parts[0].levels.astype(np.int32) + parts[1].levels)
    given, family = (_picked(len(run.i), pair, best, part) for part in parts)
    return given, family


def _part(model: Model, part: str, left: _Side, right: _Side) -> _Found:
    levels = _levels(model, part, left, right)
    return _Found(levels, earned(model, part, levels, _common(model, (left, part), (right, part))))


def _crossed(model: Model, left: dict[str, _Side], right: dict[str, _Side]) -> tuple[list[_Found], Truth]:
    """Compare each given name with the other's family name, the rarity of both counted where they are used.

    Where one side has only one name, there is only one such pair: if those are close, the name stood alone.
    """
    levels, rarity = [], []
    for part, opposite in (PARTS, PARTS[::-1]):
        levels.append(_levels(model, part, left[part], right[opposite]))
        rarity.append(_common(model, (left[part], part), (right[opposite], opposite)))
    close = [level <= name_levels.CLOSE for level in levels]
    may = (close[0] | close[1]) & (levels[0] < name_levels.DIFFERENT) & (levels[1] < name_levels.DIFFERENT)
    alone = (close[0] & (levels[1] == MISSING)) | (close[1] & (levels[0] == MISSING))
    ways = [close[0] & close[1], alone]
    crossed = np.select(ways, _ACROSS, name_levels.HALF_CROSSED).astype(np.uint8)
    whole = np.where(close[0], rarity[0], 0) + np.where(close[1], rarity[1], 0)
    earned_ = earned(model, "given", crossed, whole)
    family = np.where(alone, np.uint8(MISSING), crossed)
    return [_Found(crossed, earned_), _Found(family, np.zeros(len(may), np.int32))], may | alone


_ACROSS = [name_levels.CROSSED, name_levels.ALONE]


def _levels(model: Model, part: str, left: _Side, right: _Side) -> Codes:
    known = (left.codes >= 0) & (right.codes >= 0)
    levels = np.full(len(known), MISSING, np.uint8)
    how = model.profile.feature(part).comparison
    levels[known] = distinct_levels(how, left.values, left.codes[known], right.values, right.codes[known])
    return levels


def _common(model: Model, left: tuple[_Side, str], right: tuple[_Side, str]) -> Weights:
    """The rarity of the commoner of both values."""
    return np.minimum(*(side.rarity(model, name) for side, name in (left, right)))


def _either(chosen: Truth, one: _Found, other: _Found) -> _Found:
    return _Found(np.where(chosen, one.levels, other.levels), np.where(chosen, one.rarity, other.rarity))


def _sum(model: Model, parts: list[_Found]) -> Weights:
    return parts[0].weights(model, "given") + parts[1].weights(model, "family")


def _best(model: Model, name: str, n: int, pair: Places, found: _Found) -> _Found:
    order = np.where(found.levels == MISSING, np.iinfo(np.int32).min, found.weights(model, name))
    return _picked(n, pair, heaviest(n, pair, order, found.levels), found)


def _picked(n: int, pair: Places, best: Places, found: _Found) -> _Found:
    picked = _nothing(n)
    picked.levels[pair[best]], picked.rarity[pair[best]] = found.levels[best], found.rarity[best]
    return picked


def heaviest(n: int, pair: Places, weights: Any, levels: Any) -> Places:
    """Return the row that weighs most for each pair that has one; of equal weights the one of the better level."""
    if len(pair) == n and (pair[1:] > pair[:-1]).all():
        return np.arange(n)
    order = np.lexsort((-levels.astype(np.int32), weights, pair))
    last = np.append(pair[order][1:] != pair[order][:-1], True) if len(order) else np.zeros(0, np.bool_)
    found: Places = order[last]
    return found


def earned(model: Model, name: str, levels: Codes, common: Weights) -> Weights:
    """Return the part of rarity that the levels earn, rounded down.

    A number that many records carry says less, and never speaks against.
    """
    found = np.asarray(model.share(name)[levels] * common // 1000)
    if model.profile.feature(name).comparison.issued:
        found = np.maximum(found, -np.maximum(model.weight(name)[levels], 0))
    return found


def expanded(left: Places, i: Places, right: Places, j: Places) -> tuple[Places, Places, Places]:
    """Return every pair of values of each pair of records: the pair's place, and the places of both values."""
    one, other = left[i + 1] - left[i], right[j + 1] - right[j]
    counts = one * other
    pair = np.repeat(np.arange(len(i)), counts)
    within = np.arange(len(pair)) - np.repeat(np.cumsum(counts) - counts, counts)
    across = np.maximum(other[pair], 1)
    return pair, left[i[pair]] + within // across, right[j[pair]] + within % across


def distinct_levels(how: Comparison, left: Columns, a: Any, right: Columns, b: Any) -> Codes:
    """Compare value `a[k]` of `left` with `b[k]` of `right`, each distinct pair of values once."""
    if len(a) == 0:
        return np.zeros(0, np.uint8)
    distinct, back = np.unique(a.astype(np.int64) << 32 | b, return_inverse=True)
    one, other = distinct >> 32, distinct & 0xFFFFFFFF
    return how.compare(take(left, one), take(right, other))[back]
