"""Training: chances of levels learned without labels (expectation-maximisation), then improved by people's judgements.

Fellegi and Sunter (1969) give the weights, Winkler (1988) the estimation. Chances among pairs that do not match are
counted on pairs taken at random; chances among matches are estimated on candidate pairs, where the two kinds are mixed.
Equal patterns of levels are counted once, so that tens of millions of pairs train in seconds.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from manumit.linkage.model import MILLION, Chance, Model, per_million
from manumit.linkage.pairing import Pairs
from manumit.linkage.profile import Feature

Shares = dict[str, NDArray[np.float64]]
"""Feature: the share of pairs at each level."""

RARITY_STEP = 500
"""Millibits: rarity is rounded to such steps, so that patterns repeat."""

TRUST_IN_OTHERS = 50.0
TRUST_IN_MATCHES = 20.0
"""How many pairs the starting chances count for, beside the pairs that are seen."""

SMALLEST = 1e-9
SETTLED = 1e-4


@dataclass(frozen=True, slots=True)
class Patterns:
    """Distinct patterns of levels and rounded rarity, each with the number of pairs that have it."""

    levels: NDArray[np.uint8]
    rarity: NDArray[np.float64]
    counts: NDArray[np.float64]

    @classmethod
    def of(cls, pairs: Pairs) -> Patterns:
        """Count the patterns of pairs; rarity in bits."""
        rarity = (pairs.rarity.sum(axis=1, dtype=np.int64) + RARITY_STEP // 2) // RARITY_STEP
        rows = np.concatenate([pairs.levels, _bytes(rarity)], axis=1)
        whole = np.ascontiguousarray(rows).view(f"V{rows.shape[1]}").reshape(-1)
        _, first, counts = np.unique(whole, return_index=True, return_counts=True)
        return cls(pairs.levels[first], rarity[first] * RARITY_STEP / 1000.0, counts.astype(np.float64))


def train(
    model: Model,
    candidates: Pairs | Patterns,
    at_random: Pairs | Patterns,
    *,
    possible: int,
    rounds: int = 40,
    made_from: str = "",
) -> Model:
    """Return the model with chances learned from pairs without labels.

    `candidates` are pairs that share some key, so that a good part of them match; `at_random` are pairs taken at
    random, `possible` is how many pairs the records form. Either may be given as patterns. Ends when no chance moves by
    more than one in ten thousand, or after `rounds`.
    """
    seen, chance = (Patterns.of(pairs) if isinstance(pairs, Pairs) else pairs for pairs in (candidates, at_random))
    others = _others(model, chance)
    matches, among = _starting(model), 0.2
    for _ in range(rounds):
        likely = _likely(model, seen, matches, others, among)
        last, matches = matches, _shares(model, seen, likely * seen.counts, TRUST_IN_MATCHES)
        among = min(max(float((likely * seen.counts).sum() / seen.counts.sum()), SMALLEST), 1 - SMALLEST)
        if _moved(last, matches) < SETTLED:
            break
    found = among * seen.counts.sum() / possible
    return model.with_chances(_chances(matches, others), round(1000 * math.log2(max(found, 1e-12))), made_from or "EM")


def improve(model: Model, judged: Pairs, same: Any, *, strength: float = 200.0) -> Model:
    """Return the model with chances among matches moved towards the pairs people judged to be the same.

    `strength` is how many judgements the trained chances count for. Pairs judged not to be the same say nothing of
    pairs at random (they were chosen because they look alike), and move nothing.
    """
    yes = np.asarray(same, np.bool_)
    seen = Pairs(judged.levels[yes], judged.rarity[yes], judged.weights[yes])
    chances = dict(model.chances)
    for place, feature in enumerate(model.profile.features):
        counted = _counted(feature, seen.levels[:, place], np.ones(len(seen)))
        known = counted.sum()
        before = np.array(chances[feature.name].matches) / MILLION
        moved = (strength * before + counted) / (strength + known)
        chances[feature.name] = Chance(per_million(moved.tolist()), chances[feature.name].others)
    return model.with_chances(chances, model.prior, f"{model.made_from}; {len(seen)} pairs judged the same")


def _bytes(numbers: NDArray[np.int64]) -> NDArray[np.uint8]:
    return np.ascontiguousarray(numbers.astype(np.int16)).view(np.uint8).reshape(len(numbers), 2)


def _starting(model: Model) -> Shares:
    return {name: np.array(chance.matches) / MILLION for name, chance in model.chances.items()}


def _others(model: Model, chance: Patterns) -> Shares:
    """Count levels among pairs at random, the starting chances filling in what is too rare to be seen."""
    counted = {f.name: _counted(f, chance.levels[:, k], chance.counts) for k, f in enumerate(model.profile.features)}
    before = {name: np.array(start.others, np.float64) for name, start in Model.starting(model.profile).chances.items()}
    return {name: _mixed(counts, before[name], TRUST_IN_OTHERS) for name, counts in counted.items()}


def _shares(model: Model, seen: Patterns, counts: NDArray[np.float64], trust: float) -> Shares:
    start = _starting(model)
    features = enumerate(model.profile.features)
    return {f.name: _mixed(_counted(f, seen.levels[:, k], counts), start[f.name], trust) for k, f in features}


def _counted(feature: Feature, levels: NDArray[np.uint8], counts: NDArray[np.float64]) -> NDArray[np.float64]:
    """Count the levels of one feature; pairs of which a side is missing are left out."""
    found: NDArray[np.float64] = np.bincount(levels, weights=counts, minlength=256).astype(np.float64)
    return found[: len(feature.comparison.levels)]


def _mixed(counts: NDArray[np.float64], before: NDArray[np.float64], trust: float) -> NDArray[np.float64]:
    mixed = np.maximum((counts + trust * before / before.sum()) / (counts.sum() + trust), SMALLEST)
    found: NDArray[np.float64] = mixed / mixed.sum()
    return found


def _likely(model: Model, seen: Patterns, matches: Shares, others: Shares, among: float) -> NDArray[np.float64]:
    """Return how likely each pattern's pairs match, from 0 to 1."""
    bits = np.full(len(seen.counts), math.log2(among / (1 - among))) + seen.rarity
    for place, feature in enumerate(model.profile.features):
        if feature.sensitive not in model.switched_off:
            table = np.zeros(256)
            limits = feature.lowest / 1000, feature.highest / 1000
            ratio = np.clip(np.log2(matches[feature.name] / others[feature.name]), *limits)
            table[: len(ratio)] = ratio
            bits += table[seen.levels[:, place]]
    likely: NDArray[np.float64] = 1 / (1 + np.exp2(-np.clip(bits, -60, 60)))
    return likely


def _moved(last: Shares, now: Shares) -> float:
    return max(float(np.abs(last[name] - now[name]).max()) for name in now)


def _chances(matches: Shares, others: Shares) -> Mapping[str, Chance]:
    return {name: Chance(per_million(matches[name].tolist()), per_million(others[name].tolist())) for name in matches}
