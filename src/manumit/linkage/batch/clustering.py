"""Clustering: which records are one, from what each pair says, so that no chain of weak links joins strangers.

Two groups are joined where they are linked and the evidence between them, averaged over every pair of their records,
is for it: a pair that was never compared, or weighs little, counts against. They are linked where the strongest pair of
their records, with half of what the other pairs say for it, reaches the threshold. The highest average goes first.
Hence a moved threshold moves few records: it decides what is a link, and the average decides who belongs together.
Groups with a pair that people judged not to be the same are never joined.
"""

from __future__ import annotations

import heapq
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

Ints = NDArray[np.int64]

Strangers = Mapping[int, set[int]]
"""Record: those that are known not to be the same."""

ABSENT = -1_500
"""Millibits that a pair of records which share no key says against their being one."""

ON_AVERAGE = 0
"""Millibits that the evidence between two groups must reach: more likely than not."""

CEILING, FLOOR = 12_000, -9_000
"""Millibits: no single pair says more, so that one certain pair does not outvote many doubtful ones."""


SUPPORT = 2
"""What is said for a join by pairs other than the strongest counts one part in so many: they are no strangers to it."""

Between = tuple[int, int, int, int]
"""Evidence between two groups: its sum, how many pairs were compared, the strongest, the sum of those for it."""


@dataclass
class _Group:
    """Records joined so far, evidence with neighbouring groups (see `Between`), and whom they are not."""

    members: list[int]
    evidence: dict[int, Between] = field(default_factory=dict)
    strangers: set[int] = field(default_factory=set)


def cluster(
    count: int, a: Ints, b: Ints, evidence: Ints, *, least: int = 0, apart: Iterable[tuple[int, int]] = ()
) -> Ints:
    """Return a label for each of `count` records: the lowest record number of its cluster.

    `evidence` is the log2 odds of each pair (a, b) in millibits, prior included; pairs not given count as `ABSENT`. Two
    groups are joined where their strongest pair, supported by others, reaches `least` and their average `ON_AVERAGE`.
    `apart` are pairs known not to be the same. The order of the pairs changes nothing.
    """
    labels = np.arange(count, dtype=np.int64)
    strangers = _both_ways(apart)
    clipped = np.clip(evidence, FLOOR, CEILING)
    linked = clipped >= min(least, 0)
    components = _components(count, a[linked], b[linked])
    inside = np.flatnonzero(components[a] == components[b])
    inside = inside[np.argsort(components[a[inside]], kind="stable")]
    begins = np.flatnonzero(np.diff(components[a[inside]], prepend=-1))
    sizes = np.diff(begins, append=len(inside))
    couples = inside[begins[sizes == 1]]
    _couple(labels, a[couples], b[couples], clipped[couples] >= max(least, ON_AVERAGE), strangers)
    for begin, size in zip(begins[sizes > 1].tolist(), sizes[sizes > 1].tolist(), strict=True):
        places = inside[begin : begin + size]
        pairs = zip(*(each[places].tolist() for each in (a, b, clipped)), strict=True)
        for label, members in _joined(pairs, least, strangers):
            labels[members] = label
    return labels


def _couple(labels: Ints, a: Ints, b: Ints, joined: NDArray[np.bool_], strangers: Strangers) -> None:
    """Join the pairs that have no neighbour: what `_joined` would do, all at once."""
    kept = [place for place in np.flatnonzero(joined).tolist() if int(b[place]) not in strangers.get(int(a[place]), ())]
    joined_, low = np.array(kept, np.int64), np.minimum(a, b)
    for side in (a, b):
        labels[side[joined_]] = low[joined_]


def _both_ways(pairs: Iterable[tuple[int, int]]) -> Strangers:
    found = defaultdict(set)
    for one, other in pairs:
        found[one].add(other)
        found[other].add(one)
    return found


def _components(count: int, a: Ints, b: Ints) -> Ints:
    """Return the lowest record number reachable from each record: min-label propagation with pointer jumping."""
    labels = np.arange(count, dtype=np.int64)
    while len(a):
        low = np.minimum(labels[a], labels[b])
        before = labels.copy()
        for side in (a, b):
            np.minimum.at(labels, labels[side], low)
        while (labels[labels] != labels).any():
            labels = labels[labels]
        if (before == labels).all():
            break
    return labels


def _joined(pairs: Iterable[tuple[int, int, int]], least: int, strangers: Strangers) -> Iterator[tuple[int, list[int]]]:
    """Join the groups of one component, strongest first, and yield each with its label."""
    groups = _alone(pairs, strangers)
    waiting = [_candidate(groups, one, other) for one in groups for other in groups[one].evidence if one < other]
    heapq.heapify(waiting)
    while waiting and -waiting[0][0] >= ON_AVERAGE:
        _, one, other, sizes = heapq.heappop(waiting)
        stale = not {one, other} <= groups.keys() or sizes != (len(groups[one].members), len(groups[other].members))
        linked = not stale and _said(groups[one].evidence[other]) >= least
        if linked and groups[one].strangers.isdisjoint(groups[other].members):
            _merge(groups, one, other, waiting)
    yield from ((min(group.members), group.members) for group in groups.values())


def _alone(pairs: Iterable[tuple[int, int, int]], strangers: Strangers) -> dict[int, _Group]:
    groups: dict[int, _Group] = {}
    for one, other, weight in pairs:
        for each, neighbour in ((one, other), (other, one)):
            group = groups.setdefault(each, _Group([each], strangers=strangers.get(each, set())))
            group.evidence[neighbour] = (weight, 1, weight, max(weight, 0))
    return groups


Candidate = tuple[float, int, int, tuple[int, int]]


def _candidate(groups: dict[int, _Group], one: int, other: int) -> Candidate:
    """Return an entry of the queue: the average to be joined by, negative, and the sizes it was reckoned for."""
    sizes = len(groups[one].members), len(groups[other].members)
    weight, seen, *_ = groups[one].evidence[other]
    pairs = sizes[0] * sizes[1]
    return -(weight + ABSENT * (pairs - seen)) / pairs, one, other, sizes


def _said(between: Between) -> int:
    """Return what links two groups: the strongest pair, and half of what others say for it."""
    _, _, strongest, support = between
    return strongest + (support - max(strongest, 0)) // SUPPORT


def _together(one: Between, other: Between) -> Between:
    return one[0] + other[0], one[1] + other[1], max(one[2], other[2]), one[3] + other[3]


def _merge(groups: dict[int, _Group], one: int, other: int, waiting: list[Candidate]) -> None:
    """Let the group numbered higher become part of the lower, and reckon the neighbours' evidence anew."""
    kept, gone = groups[one], groups.pop(other)
    kept.members += gone.members
    kept.strangers = kept.strangers | gone.strangers
    for neighbour, evidence in gone.evidence.items():
        if neighbour == one:
            continue
        kept.evidence[neighbour] = _together(kept.evidence.get(neighbour, (0, 0, FLOOR, 0)), evidence)
        del groups[neighbour].evidence[other]
    kept.evidence.pop(other, None)
    for neighbour, evidence in kept.evidence.items():
        groups[neighbour].evidence[one] = evidence
        low, high = min(one, neighbour), max(one, neighbour)
        heapq.heappush(waiting, _candidate(groups, low, high))
