"""Models: what each level weighs, and how common each value is. A model is kept for ever under the hash of its text."""

from __future__ import annotations

import hashlib
import math
from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any

import numpy as np
from numpy.typing import NDArray

from manumit.linkage import frequencies as frequency
from manumit.linkage.comparison import Columns, Key
from manumit.linkage.frequencies import Frequencies
from manumit.linkage.profile import Feature, Profile
from manumit.linkage.profiles import PROFILES
from manumit.values import strict_json

MILLION = 1_000_000
COMPARISONS = 3
"""Raised whenever a comparison gives any pair another level: a model says with which comparisons it was made."""

LIMITS = strict_json.Limits(size=200_000_000, depth=8)
"""A model with the names of a nation is some megabytes."""


_NONE = Frequencies()


class BadModel(ValueError):
    """The text is no model of this library, or was changed since it was written."""


@dataclass(frozen=True)
class Chance:
    """Parts per million of pairs at each level, among matches and among others, in the order of the levels."""

    matches: tuple[int, ...]
    others: tuple[int, ...]


@dataclass(frozen=True)
class Model:
    """A profile with weights: equal models give equal scores, to the last digit, for ever.

    `weights` and `prior` are millibits. `made_from` says in words where the weights come from; `switched_off` names
    the sensitive features that policy forbids.
    """

    profile: Profile
    chances: Mapping[str, Chance]
    weights: Mapping[str, tuple[int, ...]]
    frequencies: Mapping[str, Frequencies]
    prior: int
    made_from: str
    switched_off: frozenset[str] = frozenset()

    @classmethod
    def starting(cls, profile: Profile) -> Model:
        """The model before training: published chances, no frequencies, tribe switched off."""
        chances = {feature.name: _starting(feature) for feature in profile.features}
        empty = {feature.name: Frequencies() for feature in profile.features if feature.counted}
        return cls(
            profile, chances, weighed(profile, chances), empty, profile.prior, "starting chances", frozenset({"tribe"})
        )

    def with_chances(self, chances: Mapping[str, Chance], prior: int, made_from: str) -> Model:
        """Return the model with other chances, and the weights that follow from them."""
        weights = weighed(self.profile, chances)
        return replace(self, chances=chances, weights=weights, prior=prior, made_from=made_from)

    def with_frequencies(self, found: Mapping[str, Frequencies]) -> Model:
        """Return the model with other frequencies: of published tables, or of records open to all, of nothing else."""
        return replace(self, frequencies={**self.frequencies, **found})

    def without(self, sensitive: Collection[str]) -> Model:
        """Return the model with exactly these kinds of sensitive feature switched off."""
        return replace(self, switched_off=frozenset(sensitive))

    def weight(self, name: str) -> NDArray[np.int32]:
        """Return the weights of a feature by level code, all 256 of them: what is missing or switched off weighs 0."""
        return self._tables[name][0]

    def share(self, name: str) -> NDArray[np.int32]:
        """Return the part of a value's rarity that each level earns, per mille, by level code."""
        return self._tables[name][1]

    def rarity(self, name: str, values: Columns) -> NDArray[np.int32]:
        """Return the rarity of each row of values in millibits."""
        comparison = self.profile.feature(name).comparison
        if comparison.issued:
            return self._crowds[name].of(comparison.numbers(values))
        return frequency.rarity(self.frequencies.get(name, _NONE), comparison, values)

    def rarity_of(self, name: str, key: Key) -> int:
        """Return the rarity of one value in millibits."""
        comparison = self.profile.feature(name).comparison
        return frequency.rarity_of(self.frequencies.get(name, _NONE), comparison, key)

    def carried(self, name: str, key: Key) -> int:
        """Return how many records carry an issued number: a power of two up to 64, 0 where they are few."""
        comparison = self.profile.feature(name).comparison
        return self.frequencies.get(name, _NONE).counts.get(comparison.term(key), 0) if comparison.issued else 0

    @cached_property
    def version(self) -> str:
        """The SHA-256 of the model's text, in hexadecimal."""
        return hashlib.sha256(self.to_json()).hexdigest()

    def to_json(self) -> bytes:
        """Return the model's canonical text (RFC 8785): whole numbers and words only."""
        return strict_json.canonical(
            {
                "comparisons": COMPARISONS,
                "profile": self.profile.name,
                "prior": self.prior,
                "made_from": self.made_from,
                "switched_off": sorted(self.switched_off),
                "features": {feature.name: self._written(feature) for feature in self.profile.features},
            }
        )

    @classmethod
    def from_json(cls, raw: bytes, version: str = "") -> Model:
        """Read a model back. Raises `BadModel` for anything else, and where `version` is given and is another."""
        try:
            model = _read(strict_json.parse(raw, LIMITS))
        except (strict_json.BadJson, KeyError, TypeError, ValueError, AttributeError) as error:
            raise BadModel(f"this is no model of manumit.linkage: {error}") from None
        if version and model.version != version:
            raise BadModel(f"the text is version {model.version}, not {version}: it was changed")
        return model

    @cached_property
    def _crowds(self) -> dict[str, frequency.Crowds]:
        features = [feature for feature in self.profile.plain if feature.comparison.issued]
        return {f.name: frequency.Crowds(self.frequencies.get(f.name, _NONE), f.comparison) for f in features}

    @cached_property
    def _tables(self) -> dict[str, tuple[NDArray[np.int32], NDArray[np.int32]]]:
        return {feature.name: self._table(feature) for feature in self.profile.features}

    def _table(self, feature: Feature) -> tuple[NDArray[np.int32], NDArray[np.int32]]:
        weights, shares = np.zeros(256, np.int32), np.zeros(256, np.int32)
        if feature.sensitive not in self.switched_off:
            levels = feature.comparison.levels
            weights[: len(levels)] = self.weights[feature.name]
            shares[: len(levels)] = [level.rarity for level in levels]
        return weights, shares

    def _written(self, feature: Feature) -> dict[str, Any]:
        chance = self.chances[feature.name]
        kept = self.frequencies.get(feature.name)
        counted = {"frequencies": {**vars(kept), "counts": dict(kept.counts)}} if kept else {}
        return {
            "levels": _levels(feature),
            "matches": list(chance.matches),
            "others": list(chance.others),
            "weights": list(self.weights[feature.name]),
            **counted,
        }


def weighed(profile: Profile, chances: Mapping[str, Chance]) -> dict[str, tuple[int, ...]]:
    """Return the weight of each level: log2 of its chance among matches over its chance among others, in millibits.

    Ordered levels never rise (neighbours that would are pooled), and weights stay between the feature's limits.
    """
    return {feature.name: _weights(feature, chances[feature.name]) for feature in profile.features}


def _weights(feature: Feature, chance: Chance) -> tuple[int, ...]:
    ordered = [place for place, level in enumerate(feature.comparison.levels) if level.ordered]
    matches, others = _pooled(chance, ordered)
    pairs = zip(matches, others, strict=True)
    return tuple(_limited(round(1000 * math.log2(match / other)), feature) for match, other in pairs)


def _limited(weight: int, feature: Feature) -> int:
    return min(max(weight, feature.lowest), feature.highest)


def _pooled(chance: Chance, ordered: list[int]) -> tuple[list[float], list[float]]:
    """Pool neighbouring ordered levels until the ratio of their chances falls all the way (pool adjacent violators)."""
    matches, others = ([max(part, 0.5) for part in side] for side in (chance.matches, chance.others))
    pools: list[tuple[float, float, list[int]]] = []
    for place in ordered:
        pool = (matches[place], others[place], [place])
        while pools and pools[-1][0] / pools[-1][1] < pool[0] / pool[1]:
            last = pools.pop()
            pool = (last[0] + pool[0], last[1] + pool[1], [*last[2], *pool[2]])
        pools.append(pool)
    for match, other, members in pools:
        for member in members:
            matches[member], others[member] = match, other
    return matches, others


def _starting(feature: Feature) -> Chance:
    sides = [[feature.starting[level.name][side] for level in feature.comparison.levels] for side in (0, 1)]
    return Chance(*(per_million(side) for side in sides))


def per_million(parts: list[float]) -> tuple[int, ...]:
    """Return shares of the whole in parts per million, at least one each."""
    whole = sum(parts)
    return tuple(max(1, round(MILLION * part / whole)) for part in parts)


def _levels(feature: Feature) -> list[Any]:
    """Each level's name and its share of rarity."""
    return [[level.name, level.rarity] for level in feature.comparison.levels]


def _read(written: Any) -> Model:
    profile = PROFILES[written["profile"]]
    features = written["features"]
    if written["comparisons"] != COMPARISONS:
        raise ValueError(f"it was made with comparisons {written['comparisons']}, this library has {COMPARISONS}")
    for feature in profile.features:
        if features[feature.name]["levels"] != _levels(feature):
            raise ValueError(f"{feature.name} has other levels here")
    names = [feature.name for feature in profile.features]
    return Model(
        profile,
        {name: Chance(tuple(features[name]["matches"]), tuple(features[name]["others"])) for name in names},
        {name: tuple(features[name]["weights"]) for name in names},
        {name: Frequencies(**features[name]["frequencies"]) for name in names if "frequencies" in features[name]},
        written["prior"],
        written["made_from"],
        frozenset(written["switched_off"]),
    )
