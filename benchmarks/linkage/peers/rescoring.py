"""What a careful integrator adds to a search engine: hits scored again, field by field.

Weights in bits, set by hand as such code does: agreement is worth its usual rarity, difference its usual cost.
"""

from typing import Any

from rapidfuzz.distance import JaroWinkler

from benchmarks.linkage.table import Row

EXACT, NEAR, ALIKE, APART = 9.0, 6.0, 3.0, -4.0
FLAT = {"phone": (15.0, -1.0), "sex": (1.0, -4.0), "race": (1.0, -1.0), "city": (6.0, -1.5), "state": (1.5, -0.5)}


def score(asked: Row, found: Row) -> float:
    """Return the evidence for two rows being one person; what is missing on either side says nothing."""
    names = max(_names(asked, found, "first", "last"), _names(asked, found, "last", "first") - 4)
    return names + _birth(asked["dob"], found["dob"]) + _measure(asked["height"], found["height"]) + _flat(asked, found)


def _names(asked: Row, found: Row, first: str, last: str) -> float:
    return 0.8 * _alike(asked[first], found["first"]) + _alike(asked[last], found["last"])


def _alike(one: str | None, other: str | None) -> float:
    if not one or not other:
        return 0.0
    if one == other:
        return EXACT
    likeness = JaroWinkler.similarity(one, other)
    return NEAR if likeness >= 0.92 else ALIKE if likeness >= 0.85 else APART


def _birth(one: str | None, other: str | None) -> float:
    if not one or not other:
        return 0.0
    if one == other:
        return {4: 5.0, 7: 8.0, 10: 13.0}[len(one)]
    if len(one) == len(other) == 10 and sum(a != b for a, b in zip(one, other, strict=True)) <= 2:
        return 7.0
    return 4.0 if one[:4] == other[:4] else -5.0


def _measure(one: int | None, other: int | None) -> float:
    return 0.0 if one is None or other is None else 1.0 if abs(one - other) <= 2 else -2.0


def _flat(asked: Row, found: Row) -> float:
    return sum(_one(weights, asked[name], found[name]) for name, weights in FLAT.items())


def _one(weights: tuple[float, float], one: Any, other: Any) -> float:
    return 0.0 if one is None or other is None else weights[0] if one == other else weights[1]
