"""Training: chances of levels learned without labels (expectation-maximisation), then improved by people's judgements.

Fellegi and Sunter (1969) give the weights, Winkler (1988) the estimation. Chances among pairs that do not match are
counted on pairs taken at random; chances among matches are estimated on candidate pairs, where the two kinds are mixed.
Equal patterns of levels are counted once, so that tens of millions of pairs train in seconds.
"""

from __future__ import annotations

import math
from collections.abc import Collection, Mapping, Sequence
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
    """Distinct patterns of levels and rounded rarity, each with the number of pairs that have it.

    `keys` are the features by whose equal values the pairs were chosen: their levels are settled by the choice, so
    that nothing is learned from them.
    """

    levels: NDArray[np.uint8]
    rarity: NDArray[np.float64]
    counts: NDArray[np.float64]
    keys: tuple[int, ...] = ()

    @classmethod
    def of(cls, pairs: Pairs, keys: Collection[int] = ()) -> Patterns:
        """Count the patterns of pairs that were chosen by equal values of the features at the places `keys`."""
        used = [place for place in range(pairs.rarity.shape[1]) if place not in keys]
        rarity = (pairs.rarity[:, used].sum(axis=1, dtype=np.int64) + RARITY_STEP // 2) // RARITY_STEP
        rows = np.concatenate([pairs.levels, _bytes(rarity)], axis=1)
        whole = np.ascontiguousarray(rows).view(f"V{rows.shape[1]}").reshape(-1)
        _, first, counts = np.unique(whole, return_index=True, return_counts=True)
        bits = rarity[first] * RARITY_STEP / 1000.0
        return cls(pairs.levels[first], bits, counts.astype(np.float64), tuple(sorted(keys)))


def train(
    model: Model,
    candidates: Sequence[Patterns],
    at_random: Pairs | Patterns,
    *,
    possible: int,
    rounds: int = 40,
    made_from: str = "",
) -> Model:
    """Return the model with chances learned from pairs without labels.

    `candidates` are patterns of pairs that share a key, so that a good part of them match, one item a key; what a key
    settles is learned from the others. `at_random` are pairs taken at random, `possible` is how many pairs the records
    form. Ends when no chance moves by more than one in ten thousand, or after `rounds`. Without candidates the chances
    among matches and the prior stay what they were, and those among other pairs are counted.
    """
    others = _others(model, at_random if isinstance(at_random, Patterns) else Patterns.of(at_random))
    sessions = [_Session(model, patterns, others) for patterns in candidates if patterns.counts.sum() > 0]
    matches = _starting(model)
    for _ in range(rounds):
        last, matches = matches, _mean(model, [session.step(matches) for session in sessions])
        if _moved(last, matches) < SETTLED:
            break
    found = _mean_found(sessions, matches) / possible
    prior = round(1000 * math.log2(max(found, 1e-12))) if sessions else model.prior
    return model.with_chances(_chances(matches, others), prior, made_from or "EM")


class _Session:
    """The estimation on the pairs of one key: how many of them match is its own."""

    def __init__(self, model: Model, patterns: Patterns, others: Shares) -> None:
        self.model, self.patterns, self.others = model, patterns, others
        features = enumerate(model.profile.features)
        self.features = [(place, feature) for place, feature in features if place not in patterns.keys]
        self.among = 0.2

    @property
    def found(self) -> float:
        """How many pairs are expected to match."""
        return self.among * float(self.patterns.counts.sum())

    def step(self, matches: Shares) -> Shares:
        """Return how often each level is expected among the matches here, for features that are no keys."""
        counts = self._likely(matches) * self.patterns.counts
        self.among = min(max(float(counts.sum() / self.patterns.counts.sum()), SMALLEST), 1 - SMALLEST)
        return {feature.name: _counted(feature, self.patterns.levels[:, k], counts) for k, feature in self.features}

    def whole(self, matches: Shares) -> float:
        """Return how many pairs match in all: those found, over the share of matches that the key lets through."""
        names = [self.model.profile.features[place].name for place in self.patterns.keys]
        return self.found / math.prod(float(matches[name][0]) for name in names)

    def _likely(self, matches: Shares) -> NDArray[np.float64]:
        """Return how likely each pattern's pairs match, from 0 to 1."""
        bits = np.full(len(self.patterns.counts), math.log2(self.among / (1 - self.among))) + self.patterns.rarity
        for place, feature in self.features:
            if feature.sensitive not in self.model.switched_off:
                bits += _bits(feature, matches, self.others)[self.patterns.levels[:, place]]
        likely: NDArray[np.float64] = 1 / (1 + np.exp2(-np.clip(bits, -60, 60)))
        return likely


def _bits(feature: Feature, matches: Shares, others: Shares) -> NDArray[np.float64]:
    """Return the weight of each of the 256 level codes in bits."""
    ratio = np.log2(matches[feature.name] / others[feature.name])
    table = np.zeros(256)
    table[: len(ratio)] = np.clip(ratio, feature.lowest / 1000, feature.highest / 1000)
    return table


def _mean(model: Model, counted: Sequence[Shares]) -> Shares:
    """Add up what the sessions counted; the starting chances stand for a few pairs more."""
    start = _starting(model)
    whole = {name: sum((some[name] for some in counted if name in some), np.zeros(len(start[name]))) for name in start}
    return {name: _mixed(counts, start[name], TRUST_IN_MATCHES) for name, counts in whole.items()}


def _mean_found(sessions: Sequence[_Session], matches: Shares) -> float:
    estimates = [session.whole(matches) for session in sessions]
    return math.exp(sum(math.log(max(one, SMALLEST)) for one in estimates) / len(estimates)) if estimates else 0.0


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


def _counted(feature: Feature, levels: NDArray[np.uint8], counts: NDArray[np.float64]) -> NDArray[np.float64]:
    """Count the levels of one feature; pairs of which a side is missing are left out."""
    found: NDArray[np.float64] = np.bincount(levels, weights=counts, minlength=256).astype(np.float64)
    return found[: len(feature.comparison.levels)]


def _mixed(counts: NDArray[np.float64], before: NDArray[np.float64], trust: float) -> NDArray[np.float64]:
    mixed = np.maximum((counts + trust * before / before.sum()) / (counts.sum() + trust), SMALLEST)
    found: NDArray[np.float64] = mixed / mixed.sum()
    return found


def _moved(last: Shares, now: Shares) -> float:
    return max(float(np.abs(last[name] - now[name]).max()) for name in now)


def _chances(matches: Shares, others: Shares) -> Mapping[str, Chance]:
    return {name: Chance(per_million(matches[name].tolist()), per_million(others[name].tolist())) for name in matches}
