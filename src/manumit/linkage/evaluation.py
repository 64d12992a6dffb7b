"""How well scores do by what people judged: no more than that, and no probability before there are enough."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from statistics import median
from typing import Any

from manumit.linkage.model import Model

ENOUGH = 500
"""Judged pairs of a profile from which on probabilities may be told."""

BITS = (0, 5, 10, 15, 20, 25)
"""From how many bits of evidence on precision and recall are told."""
BINS = 10
GROUPS = ("sex", "race", "tribe")
"""Tribe is grouped by only where a pair records it; who may read it is the caller's to say, by the facts given."""
ALWAYS = ("sex", "race")
NOT_RECORDED = ""


@dataclass(frozen=True, slots=True)
class Judged:
    """A pair as it was judged: the evidence shown, in millibits, whether it was the same, and both sides' facts.

    `on` is the day of the last judgement, `model` the version of the weights that were shown.
    """

    weight: int
    same: bool
    facts: Sequence[Any]
    on: date = date.min
    model: str = ""


@dataclass(frozen=True, slots=True)
class Line:
    """From `bits` on: how many judged pairs, which part of them was the same, which part of all the same they are.

    Parts are None where there is nothing to divide by.
    """

    bits: float
    pairs: int
    precision: float | None
    recall: float | None


@dataclass(frozen=True, slots=True)
class Group:
    """Judged pairs of which a side records `value` of `name`, empty where neither side records any.

    Precision and recall are those of the group alone, from the evidence on that is asked for.
    """

    name: str
    value: str
    pairs: int
    same: int
    precision: float | None
    recall: float | None


@dataclass(frozen=True, slots=True)
class Bin:
    """Of `pairs` whose probability was said to be about `said`, the part that was the same."""

    said: float
    pairs: int
    was: float


@dataclass(frozen=True, slots=True)
class Quarter:
    """Pairs whose last judgement fell into a quarter of a year, such as 2026-Q1: how many, and how heavy in the middle.

    `gap` is by how much probabilities said too much (above 0) or too little; None before there are `ENOUGH` pairs.
    """

    name: str
    pairs: int
    same: int
    middle_bits: float
    gap: float | None


def line(bits: float, pairs: Sequence[Judged]) -> Line:
    """Return precision and recall from a number of bits on."""
    kept = [each for each in pairs if each.weight >= 1000 * bits]
    same, all_same = sum(each.same for each in kept), sum(each.same for each in pairs)
    return Line(bits, len(kept), same / len(kept) if kept else None, same / all_same if all_same else None)


def lines(pairs: Sequence[Judged]) -> list[Line]:
    """Return precision and recall from each number of bits on."""
    return [line(bits, pairs) for bits in BITS]


def groups(pairs: Sequence[Judged], least: int = 0) -> list[Group]:
    """Return how each group fares, by sex, race and, where recorded, Tribe; `least` is millibits of evidence."""
    found: dict[tuple[str, str], list[Judged]] = {}
    for each in pairs:
        for name in GROUPS:
            for value in _values(each, name):
                found.setdefault((name, value), []).append(each)
    recorded = {name for name, value in found if value}
    return [_group(*key, some, least) for key, some in sorted(found.items()) if key[0] in recorded | {*ALWAYS}]


def calibration(pairs: Sequence[Judged], prior: int) -> list[Bin]:
    """Return how often pairs said to be so likely were the same; nothing before there are `ENOUGH` judged pairs."""
    if len(pairs) < ENOUGH:
        return []
    ranked = sorted(pairs, key=lambda each: each.weight)
    size = math.ceil(len(ranked) / BINS)
    return [_bin(ranked[start : start + size], prior) for start in range(0, len(ranked), size)]


def quarters(pairs: Sequence[Judged], prior: int) -> list[Quarter]:
    """Return what was judged in each quarter of a year, in their order: what drifts shows from one to the next."""
    found: dict[str, list[Judged]] = {}
    for each in pairs:
        found.setdefault(f"{each.on.year}-Q{(each.on.month + 2) // 3}", []).append(each)
    return [_quarter(name, some, prior, enough=len(pairs) >= ENOUGH) for name, some in sorted(found.items())]


def drift(pairs: Sequence[Judged]) -> float | None:
    """Return how far the evidence of the later half of the judged pairs has moved from that of the earlier half.

    The population stability index over tenths of the earlier half: under 0.1 nothing moved, over 0.25 much did
    (Siddiqi, Credit Risk Scorecards, 2006). None before there are `ENOUGH` pairs.
    """
    if len(pairs) < ENOUGH:
        return None
    ranked = [each.weight for each in sorted(pairs, key=lambda each: each.on)]
    before, after = sorted(ranked[: len(ranked) // 2]), ranked[len(ranked) // 2 :]
    edges = [before[len(before) * place // BINS] for place in range(1, BINS)]
    told = zip(_shares(before, edges), _shares(after, edges), strict=True)
    return sum((one - other) * math.log(one / other) for one, other in told)


def _shares(weights: Sequence[int], edges: Sequence[int]) -> list[float]:
    """Return the part of `weights` between the edges; half a pair is added to each, so that none is nothing."""
    counted = [0] * (len(edges) + 1)
    for weight in weights:
        counted[sum(weight >= edge for edge in edges)] += 1
    return [(count + 0.5) / (len(weights) + 0.5 * len(counted)) for count in counted]


def of_sensitive(model: Model) -> dict[str, Model]:
    """Return, by each sensitive feature, the model with it switched the other way: off if it is on, on if it is off."""
    names = sorted({feature.sensitive for feature in model.profile.features if feature.sensitive})
    return {name: model.without(model.switched_off ^ {name}) for name in names}


def _group(name: str, value: str, pairs: Sequence[Judged], least: int) -> Group:
    found = line(least / 1000, pairs)
    return Group(name, value, len(pairs), sum(each.same for each in pairs), found.precision, found.recall)


def _values(pair: Judged, name: str) -> set[str]:
    return {str(value) for side in pair.facts for value in side.get(name, ())} or {NOT_RECORDED}


def _said(pair: Judged, prior: int) -> float:
    return 1 / (1 + 2 ** (-(pair.weight + prior) / 1000))


def _bin(pairs: Sequence[Judged], prior: int) -> Bin:
    said = sum(_said(each, prior) for each in pairs) / len(pairs)
    return Bin(said, len(pairs), sum(each.same for each in pairs) / len(pairs))


def _quarter(name: str, pairs: Sequence[Judged], prior: int, *, enough: bool) -> Quarter:
    found = _bin(pairs, prior)
    middle, same = median(each.weight for each in pairs) / 1000, sum(each.same for each in pairs)
    return Quarter(name, len(pairs), same, middle, found.said - found.was if enough else None)
