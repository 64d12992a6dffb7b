"""A segment as a model sees it, and a question put to it: weights of whole vocabularies, looked up by code."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import Any

import numpy as np

from manumit.linkage.compare.names import A_LITTLE, ALONE, CLOSE, CLOSELY, CROSSINGS, DIFFERENT, NOT_KNOWN
from manumit.linkage.comparison import MISSING, Codes, Columns, Comparison, Key, rows, take
from manumit.linkage.index.segment import Held, Rows, Segment
from manumit.linkage.index.vocabulary import Vocabulary
from manumit.linkage.model import Model
from manumit.linkage.pairing import Weights, earned
from manumit.linkage.profile import Feature
from manumit.linkage.reading import Reading
from manumit.linkage.table import NAME

NEVER = -(2**30)
"""Millibits: lighter than any weight; stands for a pair of values that says nothing."""

REMEMBERED = 4096
"""How many names a view remembers its comparison with the vocabulary of."""


@dataclass(frozen=True, slots=True)
class Value:
    """One value of the question: its column of one row, and its rarity under the model."""

    columns: Columns
    rarity: int


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a name in the question: its plain text, and its rarity as a given and as a family name."""

    text: bytes
    columns: Columns
    given: int
    family: int


class Question:
    """A record as it is asked about: everything that does not depend on the segment is worked out once."""

    def __init__(self, model: Model, reading: Reading) -> None:
        plain = zip(model.profile.plain, reading.keys, strict=True)
        self.values = {feature.name: [_value(model, feature, key) for key in keys] for feature, keys in plain}
        parts = {text: _part(model, text) for name in reading.names for text in name if text}
        self.names = [(parts.get(given), parts.get(family)) for given, family in reading.names]

    @property
    def parts(self) -> tuple[list[Part], list[Part]]:
        """The distinct given names and the distinct family names."""
        return _distinct(given for given, _ in self.names), _distinct(family for _, family in self.names)


class View:
    """One segment under one model. What is worked out for a whole vocabulary is kept."""

    def __init__(self, segment: Segment, model: Model, before: View | None = None) -> None:
        self.segment = segment
        self.model = model
        self._rarity: dict[str, Weights] = before._rarity if before else {}
        self._alike: dict[bytes, tuple[Rows, Codes]] = {}

    def rarity(self, name: str) -> Weights:
        """Return the rarity of each value of a feature (for parts of names: of each name in that part)."""
        values = self._values(name)
        known = self._rarity.get(name, np.zeros(0, np.int32))
        if len(known) < rows(values):
            new = take(values, np.arange(len(known), rows(values)))
            known = self._rarity[name] = np.concatenate([known, self.model.rarity(name, new)])
        return known

    def alike(self, part: Part) -> tuple[Rows, Codes]:
        """Return the codes of the names that are in some way like a name, and how."""
        found = self._alike.get(part.text)
        if found is None:
            codes = self._vocabulary.like(part.columns)
            levels = NAME.compare(part.columns, take(self.segment.given.values, codes))
            alike = levels != DIFFERENT
            found = codes[alike], levels[alike]
            if len(self._alike) >= REMEMBERED:
                self._alike.clear()
            self._alike[part.text] = found
        return found

    @cached_property
    def _vocabulary(self) -> Vocabulary:
        return Vocabulary(self.segment.given.values)

    def weights_of_names(self, part: Part | None, name: str) -> Weights:
        """Return what a part weighs against each name of the vocabulary; the last row, for a missing name, is 0."""
        names = rows(self.segment.given.values)
        if part is None:
            return np.zeros(names + 1, np.int32)
        codes, levels = self.alike(part)
        weights = np.full(names + 1, self.model.weight(name)[DIFFERENT], np.int32)
        common = np.minimum(getattr(part, name), self.rarity(name)[codes])
        weights[codes] = self.model.weight(name)[levels] + earned(self.model, name, levels, common)
        weights[-1] = 0
        return weights

    def rarity_crossed(self, part: Part | None, name: str, opposite: str) -> tuple[Weights, Codes]:
        """Return, for each name in the other's place, the rarity in common and how it is like.

        `CLOSELY`, `A_LITTLE`, `NOT_ALIKE`, or `NOT_KNOWN` where a side has none; only close ones have rarity.
        """
        size = rows(self.segment.given.values) + 1
        rarity, alike = np.zeros(size, np.int32), np.zeros(size, np.uint8)
        alike[-1] = NOT_KNOWN
        if part is None:
            alike[:] = NOT_KNOWN
            return rarity, alike
        codes, levels = self.alike(part)
        alike[codes] = np.where(levels <= CLOSE, CLOSELY, A_LITTLE)
        close = codes[levels <= CLOSE]
        rarity[close] = np.minimum(getattr(part, name), self.rarity(opposite)[close])
        return rarity, alike

    def weights(self, feature: Feature, values: Sequence[Value], codes: Rows | None = None) -> Weights:
        """Return the most that any of `values` weighs against the feature's values (those of `codes`, or all)."""
        held = self.segment.held[feature.name].values
        there = held if codes is None else take(held, codes)
        if feature.comparison.issued:
            rarity = self.model.rarity(feature.name, there)
        else:
            rarity = self.rarity(feature.name) if codes is None else self.rarity(feature.name)[codes]
        return self.heaviest(
            feature, [(value, feature.comparison.compare(value.columns, there)) for value in values], rarity
        )

    def heaviest(self, feature: Feature, compared: Sequence[tuple[Value, Codes]], rarity: Weights) -> Weights:
        """Return the most that any of the values weighs, by the levels it was compared to."""
        best = np.full(len(rarity), NEVER, np.int32)
        table = self.model.weight(feature.name).copy()
        table[MISSING] = NEVER
        for value, levels in compared:
            weights = table[levels]
            if feature.counted:
                weights += earned(self.model, feature.name, levels, np.minimum(value.rarity, rarity))
            np.maximum(best, weights, out=best)
        return best

    def _values(self, name: str) -> Columns:
        return self.segment.given.values if name in ("given", "family") else self.segment.held[name].values


class NameWeights:
    """What the names of a question weigh against entries of a segment."""

    def __init__(self, view: View, question: Question) -> None:
        self._held = (view.segment.given, view.segment.family)
        given, family = question.parts
        tables = {
            "given": {part.text: view.weights_of_names(part, "given") for part in given},
            "family": {part.text: view.weights_of_names(part, "family") for part in family},
        }
        nothing = np.zeros(rows(self._held[0].values) + 1, np.int32)
        self._straight = [
            (tables["given"][one.text] if one else nothing, tables["family"][other.text] if other else nothing)
            for one, other in question.names
        ]
        self._crossed = [
            (view.rarity_crossed(one, "given", "family"), view.rarity_crossed(other, "family", "given"))
            for one, other in question.names
        ]
        self._base, self._share = _of_crossed(view.model)
        self._may = self._base > NEVER

    def of(self, entries: Rows) -> Weights:
        """Return the most any name of the question weighs against each entry."""
        given, family = (held.codes[entries] for held in self._held)
        best = np.full(len(entries), NEVER, np.int32)
        for one, other in self._straight:
            np.maximum(best, one[given] + other[family], out=best)
        for (rarity, alike), (opposite, alike_opposite) in self._crossed:
            how = alike[family] * alike_opposite[given]
            crossed = np.flatnonzero(self._may[how])
            if len(crossed):
                common = rarity[family[crossed]] + opposite[given[crossed]]
                weights = self._base[how[crossed]] + self._share[how[crossed]] * common // 1000
                best[crossed] = np.maximum(best[crossed], weights)
        return best


def _of_crossed(model: Model) -> tuple[Weights, Weights]:
    """Return base weight and share of rarity by how two names are crossed: the product of how their parts are like."""
    base, share = np.full(NOT_KNOWN**2 + 1, NEVER, np.int32), np.zeros(NOT_KNOWN**2 + 1, np.int32)
    for how, level in CROSSINGS:
        base[how] = model.weight("given")[level] + (0 if level == ALONE else model.weight("family")[level])
        share[how] = model.share("given")[level]
    return base, share


def best_a_row(held: Held, places: Rows, weigh: Any) -> Weights:
    """Return the largest weight over each row's values, `NEVER` for a row without one.

    `weigh` turns places of values (not codes) into weights.
    """
    if held.start is None:
        return np.asarray(weigh(places))
    begin, end = held.start[places], held.start[places + 1]
    counts = end - begin
    found = np.full(len(places), NEVER, np.int32)
    some = counts > 0
    if some.any():
        steps = np.cumsum(counts[some]) - counts[some]
        spread = np.arange(int(counts.sum())) + np.repeat(begin[some] - steps, counts[some])
        found[some] = np.maximum.reduceat(weigh(spread), steps)
    return found


@lru_cache(maxsize=50_000)
def single(comparison: Comparison, key: Key) -> Columns:
    """Return a key as a column of one row."""
    return comparison.columns([key])


def _value(model: Model, feature: Feature, key: Key) -> Value:
    return Value(single(feature.comparison, key), model.rarity_of(feature.name, key))


def _part(model: Model, text: bytes) -> Part:
    given, family = (model.rarity_of(part, (text,)) for part in ("given", "family"))
    return Part(text, single(NAME, (text,)), given, family)


def _distinct(parts: Iterable[Part | None]) -> list[Part]:
    return list({part.text: part for part in parts if part is not None}.values())
