"""How right a set of joined pairs, or of clusters, is."""

from collections.abc import Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from .answers import interval

Numbers = NDArray[np.int64]
CLUSTERED_AT = (0.9, 0.925, 0.95, 0.975, 0.99)
"""Thresholds at which clusters are judged besides the one that a model names by itself."""


def f1_of(right: int, said: int, true: int) -> float:
    """Return the harmonic mean of precision (`right` of `said`) and recall (`right` of `true`)."""
    return 2 * right / (said + true) if said + true else 0.0


def pairs_within(labels: Numbers) -> int:
    """Return how many pairs of records bear the same label."""
    sizes = np.unique(labels, return_counts=True)[1].astype(np.int64)
    return int((sizes * (sizes - 1) // 2).sum())


def pair_figures(same: NDArray[np.bool_], score: NDArray[Any], true: int, threshold: float) -> dict[str, Any]:
    """Return F1 of the pairs scored at least `threshold`, with its interval, and F1 at the best threshold beside it.

    `same` says which scored pairs are true, `true` how many true pairs there are, found or not.
    """
    chosen = score >= threshold
    right, said = int((same & chosen).sum()), int(chosen.sum())
    best, at = best_f1(same, score, true)
    return {
        "pair_f1": round(f1_of(right, said, true), 4),
        "pair_f1_ci": f1_interval(right, said, true),
        "pair_precision": round(right / said, 4) if said else None,
        "pair_recall": round(right / true, 4),
        "threshold": round(threshold, 6),
        "best_pair_f1": round(best, 4),
        "best_threshold": round(at, 6),
    }


def expected_threshold(score: NDArray[Any]) -> float:
    """Return the probability from which pairs have the highest F1 by the scores' own account, without labels.

    Of the pairs from a threshold up as many are true as their probabilities add up to. It is the rule of the library's
    `Found.threshold`, for peers that give probabilities.
    """
    likely = np.sort(np.asarray(score, np.float64))[::-1]
    if not len(likely):
        return 0.5
    expected = 2 * np.cumsum(likely) / (np.arange(1, len(likely) + 1) + likely.sum())
    return float(likely[int(expected.argmax())])


def f1_interval(right: int, said: int, true: int) -> tuple[float, float]:
    """Return the F1 at the lower and at the upper ends of the 95 % intervals of precision and recall."""
    ends = zip(interval(right, said), interval(right, true), strict=True)
    low, high = (2 * p * r / (p + r) if p + r else 0.0 for p, r in ends)
    return round(low, 4), round(high, 4)


def best_f1(same: NDArray[np.bool_], score: NDArray[Any], true: int) -> tuple[float, float]:
    """Return the highest F1 any threshold gives, and that threshold."""
    if not len(score):
        return 0.0, 1.0
    order = np.argsort(-score, kind="stable")
    right = np.cumsum(same[order])
    said = np.arange(1, len(order) + 1)
    ends = np.append(score[order][1:] != score[order][:-1], True)
    f1 = np.where(ends, 2 * right / (said + true), 0.0)
    place = int(f1.argmax())
    return float(f1[place]), float(score[order][place])


def cluster_f1(found: Numbers, truth: Numbers) -> float:
    """Return the pairwise F1 of clusters: pairs joined by `found` against pairs that are the same by `truth`."""
    both = found.astype(np.int64) * (int(truth.max()) + 1) + truth
    return f1_of(pairs_within(both), pairs_within(found), pairs_within(truth))


def labels_of(values: Sequence[Any]) -> Numbers:
    """Return a number for each value, the same for equal ones."""
    return np.unique(np.array(values), return_inverse=True)[1].astype(np.int64)
