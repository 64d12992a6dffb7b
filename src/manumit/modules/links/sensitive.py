"""What sex, race and Tribe do to judged pairs: how well the same pairs are told apart with each and without it."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from manumit.linkage import PROFILES, Model, encode
from manumit.linkage.evaluation import Judged, Line, line
from manumit.linkage.pairing import pair_levels
from manumit.spine.matching import weights

SENSITIVE = ("sex", "race", "tribe")


@dataclass(frozen=True, slots=True)
class Without:
    """A feature, what it moved, and precision and recall from `least` on, with it and without it.

    `ranked_with` and `ranked_without` are how often a pair that is the same outweighs one that is not (the area under
    the curve, 0 to 1); None where only one sort was judged. `switched_off` says that policy has it count for nothing.
    """

    feature: str
    switched_off: bool
    moved: int
    with_it: Line
    without_it: Line
    ranked_with: float | None
    ranked_without: float | None


def without_each(profile: str, pairs: Sequence[Judged], least: int) -> list[Without]:
    """Return what each sensitive feature of a profile does to judged pairs, weighed as they were shown."""
    features = [each.name for each in PROFILES[profile].features if each.name in SENSITIVE]
    if not features or not pairs:
        return []
    parts = _parts(profile, pairs)
    return [_compared(profile, name, pairs, [part[name] for part in parts], least) for name in features]


def _compared(profile: str, name: str, pairs: Sequence[Judged], parts: Sequence[int], least: int) -> Without:
    bare = [replace(each, weight=each.weight - part) for each, part in zip(pairs, parts, strict=True)]
    off = name in weights.current(profile).switched_off
    moved = sum(part != 0 for part in parts)
    told, told_bare = line(least / 1000, pairs), line(least / 1000, bare)
    return Without(name, off, moved, told, told_bare, ranked(pairs), ranked(bare))


def ranked(pairs: Sequence[Judged]) -> float | None:
    """Return how often a pair that is the same outweighs one that is not, equals counting half."""
    same = sorted(each.weight for each in pairs if each.same)
    other = sorted(each.weight for each in pairs if not each.same)
    if not same or not other:
        return None
    above = below = 0
    won = 0.0
    for weight in same:
        while below < len(other) and other[below] < weight:
            below += 1
        above = max(above, below)
        while above < len(other) and other[above] == weight:
            above += 1
        won += below + (above - below) / 2
    return won / (len(same) * len(other))


def _parts(profile: str, pairs: Sequence[Judged]) -> list[dict[str, int]]:
    """Return what each feature weighed in each pair, under the weights that were shown."""
    found: list[dict[str, int]] = [{}] * len(pairs)
    for version in {each.model for each in pairs}:
        places = [place for place, each in enumerate(pairs) if each.model == version]
        weighed = _weighed(weights.of_version(version), [pairs[place].facts for place in places])
        for place, parts in zip(places, weighed, strict=True):
            found[place] = parts
    return found


def _weighed(model: Model, facts: Sequence[Sequence[Any]]) -> list[dict[str, int]]:
    tables = [encode(model.profile, map(str, range(len(facts))), [each[side] for each in facts]) for side in (0, 1)]
    rows = range(len(facts))
    found = pair_levels(model, tables[0], rows, tables[1], rows).weights
    names = [feature.name for feature in model.profile.features]
    return [dict(zip(names, map(int, row), strict=True)) for row in found]
