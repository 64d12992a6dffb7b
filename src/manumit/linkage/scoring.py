"""Scores of two records, and the waterfall that explains each."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from manumit.linkage.comparison import MISSING, Comparison
from manumit.linkage.model import Model
from manumit.linkage.pairing import Pairs, pair_levels
from manumit.linkage.profile import Feature
from manumit.linkage.reading import Reading, Record, read
from manumit.linkage.table import Builder

NOT_KNOWN = "not known on one side or both: says nothing"
SWITCHED_OFF = "not used: switched off by policy"


@dataclass(frozen=True, slots=True)
class Evidence:
    """One step of a waterfall: what a feature says for (above 0) or against (below 0) the two being the same.

    `weight` is in millibits, `rarity` the part of it that stems from how rare the value is. `level` is the level's
    name, empty where the feature is missing or switched off; `text` its published sentence; `left` and `right` the
    values that were compared. `carried` is how many records, at least, carry the number that both sides have (4, 8 and
    on to 64; 0 for fewer): the more do, the less it says.
    """

    feature: str
    level: str
    text: str
    weight: int
    rarity: int
    left: tuple[str, ...]
    right: tuple[str, ...]
    carried: int = 0

    @property
    def is_missing(self) -> bool:
        """True where the feature said nothing."""
        return not self.level


@dataclass(frozen=True, slots=True)
class Score:
    """How strongly two records point to one and the same, in millibits, with all steps and the model's version.

    The steps add up to the weight exactly. A score is a rank for people to judge by, no probability.
    """

    weight: int
    waterfall: tuple[Evidence, ...]
    profile: str
    model: str

    @property
    def evidence_for(self) -> tuple[Evidence, ...]:
        """The steps above zero, heaviest first."""
        return tuple(sorted((step for step in self.waterfall if step.weight > 0), key=_by_weight))

    @property
    def evidence_against(self) -> tuple[Evidence, ...]:
        """The steps below zero, heaviest first."""
        return tuple(sorted((step for step in self.waterfall if step.weight < 0), key=_by_weight))

    @property
    def missing(self) -> tuple[str, ...]:
        """The features that said nothing."""
        return tuple(step.feature for step in self.waterfall if step.is_missing)


def score(model: Model, left: Record, right: Record) -> Score:
    """Return the score of two records. Raises `BadValue` for a value that cannot be read."""
    return scores(model, (left, right), [(0, 1)])[0]


def scores(model: Model, records: Sequence[Record], pairs: Sequence[tuple[int, int]]) -> list[Score]:
    """Return the score of each pair of places in `records`, as `score` says it of two.

    Every record is read once and all pairs are compared together: an eighth of the work of one by one. Raises
    `BadValue` for a value that cannot be read.
    """
    readings = [read(model.profile, record) for record in records]
    builder = Builder(model.profile)
    for reading in readings:
        builder.add("", reading)
    table = builder.table()
    left, right = np.array(pairs, np.int64).reshape(-1, 2).T
    found = pair_levels(model, table, left, table, right)
    shown = [tuple(_shown(model, feature, reading) for feature in model.profile.features) for reading in readings]
    sides = [_Side(*each) for each in zip(readings, shown, strict=True)]
    totals = found.total.tolist()
    return [
        Score(totals[row], _steps(model, found, row, sides[one], sides[other]), model.profile.name, model.version)
        for row, (one, other) in enumerate(pairs)
    ]


@dataclass(frozen=True, slots=True)
class _Side:
    """One side of a pair: what was read, and how each feature shows it."""

    reading: Reading
    shown: tuple[tuple[str, ...], ...]


def _steps(model: Model, pairs: Pairs, row: int, left: _Side, right: _Side) -> tuple[Evidence, ...]:
    said = zip(*(part[row].tolist() for part in (pairs.levels, pairs.weights, pairs.rarity)), strict=True)
    return tuple(_step(model, place, each, left, right) for place, each in enumerate(said))


def _step(model: Model, place: int, said: tuple[int, int, int], left: _Side, right: _Side) -> Evidence:
    (code, weight, rarity), feature = said, model.profile.features[place]
    both = left.shown[place], right.shown[place]
    if code == MISSING or feature.sensitive in model.switched_off:
        text = NOT_KNOWN if code == MISSING else SWITCHED_OFF
        return Evidence(feature.name, "", text, 0, 0, *both)
    level = feature.comparison.levels[code]
    carried = _carried(model, place, code, (left.reading, right.reading)) if rarity < 0 else 0
    return Evidence(feature.name, level.name, level.text, weight, rarity, *both, carried)


def _carried(model: Model, place: int, code: int, readings: Sequence[Reading]) -> int:
    """Return how many records carry the number that gave a step its level: of those that did, the one fewest carry."""
    feature = model.profile.features[place]
    how = feature.comparison
    if not how.issued:
        return 0
    one, other = (reading.keys[model.profile.plain.index(feature)] for reading in readings)
    alike = [(a, b) for a in one for b in other if how.compare(how.columns([a]), how.columns([b]))[0] == code]
    return min((max(model.carried(feature.name, key) for key in pair) for pair in alike), default=0)


def _shown(model: Model, feature: Feature, reading: Reading) -> tuple[str, ...]:
    if feature.part:
        side = 0 if feature.part == "given" else 1
        return tuple(dict.fromkeys(name[side].decode() for name in reading.names if name[side]))
    keys = reading.keys[model.profile.plain.index(feature)]
    how: Comparison = feature.comparison
    return tuple(how.show(key) for key in keys)


def _by_weight(step: Evidence) -> int:
    return -abs(step.weight)
