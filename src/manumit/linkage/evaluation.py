"""How well scores do by what people judged: no more than that, and no probability before there are enough."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from manumit.linkage.model import Model

ENOUGH = 500
"""Judged pairs of a profile from which on probabilities may be told."""

BITS = (0, 5, 10, 15, 20, 25)
"""From how many bits of evidence on precision and recall are told."""
BINS = 10
GROUPS = ("sex", "race")
NOT_RECORDED = ""


@dataclass(frozen=True, slots=True)
class Judged:
    """A pair as it was judged: the evidence shown, in millibits, whether it was the same, and both sides' facts."""

    weight: int
    same: bool
    facts: Sequence[Any]


@dataclass(frozen=True, slots=True)
class Line:
    """From `bits` on: how many judged pairs, which part of them was the same, which part of all the same they are.

    Parts are None where there is nothing to divide by.
    """

    bits: int
    pairs: int
    precision: float | None
    recall: float | None


@dataclass(frozen=True, slots=True)
class Group:
    """Judged pairs of which a side records `value` of `name`, empty where neither side records any."""

    name: str
    value: str
    pairs: int
    same: int


@dataclass(frozen=True, slots=True)
class Bin:
    """Of `pairs` whose probability was said to be about `said`, the part that was the same."""

    said: float
    pairs: int
    was: float


def lines(pairs: Sequence[Judged]) -> list[Line]:
    """Return precision and recall from each number of bits on."""
    return [_line(bits, pairs) for bits in BITS]


def groups(pairs: Sequence[Judged]) -> list[Group]:
    """Return how many pairs were judged, and judged the same, by sex and race, recorded or not."""
    found: dict[tuple[str, str], list[bool]] = {}
    for each in pairs:
        for name in GROUPS:
            for value in _values(each, name):
                found.setdefault((name, value), []).append(each.same)
    return [Group(*key, len(same), sum(same)) for key, same in sorted(found.items())]


def calibration(pairs: Sequence[Judged], prior: int) -> list[Bin]:
    """Return how often pairs said to be so likely were the same; nothing before there are `ENOUGH` judged pairs."""
    if len(pairs) < ENOUGH:
        return []
    ranked = sorted(pairs, key=lambda each: each.weight)
    size = math.ceil(len(ranked) / BINS)
    return [_bin(ranked[start : start + size], prior) for start in range(0, len(ranked), size)]


def of_sensitive(model: Model) -> dict[str, Model]:
    """Return, by each sensitive feature, the model with it switched the other way: off if it is on, on if it is off."""
    names = sorted({feature.sensitive for feature in model.profile.features if feature.sensitive})
    return {name: model.without(model.switched_off ^ {name}) for name in names}


def _line(bits: int, pairs: Sequence[Judged]) -> Line:
    kept = [each for each in pairs if each.weight >= 1000 * bits]
    same, all_same = sum(each.same for each in kept), sum(each.same for each in pairs)
    return Line(bits, len(kept), same / len(kept) if kept else None, same / all_same if all_same else None)


def _values(pair: Judged, name: str) -> set[str]:
    return {str(value) for side in pair.facts for value in side.get(name, ())} or {NOT_RECORDED}


def _bin(pairs: Sequence[Judged], prior: int) -> Bin:
    said = sum(1 / (1 + 2 ** (-(each.weight + prior) / 1000)) for each in pairs) / len(pairs)
    return Bin(said, len(pairs), sum(each.same for each in pairs) / len(pairs))
