"""What asking a world gives, whoever answers: how often the right record came, with intervals, and how fast."""

import math
import time
from collections import defaultdict
from collections.abc import Callable, Sequence
from typing import Any

import numpy as np

from .table import Row

Ask = Callable[[Row], Sequence[int]]
Z = 1.959964
"""Of the standard normal distribution, for intervals of 95 %."""
Interval = tuple[float, float]


def interval(hits: float, of: int) -> Interval:
    """Return Wilson's 95 % interval of a share (Wilson 1927)."""
    if not of:
        return (0.0, 1.0)
    share, square = hits / of, Z * Z
    middle = (share + square / (2 * of)) / (1 + square / of)
    half = Z * math.sqrt(share * (1 - share) / of + square / (4 * of * of)) / (1 + square / of)
    return (round(max(0.0, middle - half), 4), round(min(1.0, middle + half), 4))


def ask_all(ask: Ask, queries: Sequence[Row], top: int) -> dict[str, Any]:
    """Ask each query by itself, and return milliseconds (p50, p95, p99) and how right the answers were."""
    answers, spent = [], []
    ask(queries[0])
    for query in queries:
        start = time.perf_counter()
        found = ask(query)
        spent.append((time.perf_counter() - start) * 1000)
        answers.append(found)
    return {**times(spent), "asking_seconds": round(sum(spent) / 1000, 1), **judged(queries, answers, top)}


def times(spent: Sequence[float]) -> dict[str, float]:
    """Return the percentiles of durations in milliseconds."""
    return {f"p{share}_ms": round(float(np.percentile(spent, share)), 3) for share in (50, 95, 99)}


def judged(queries: Sequence[Row], answers: Sequence[Sequence[int]], top: int) -> dict[str, Any]:
    """Return recall@1, recall@10, recall@`top` and hit@10 with intervals, and recall@10 by what made the query hard.

    Recall is the share of a query's right records (or of the first K, if they are fewer) that were among the first K;
    a hit is at least one of them. Queries that nothing is right for are left out.
    """
    known = [(query, found) for query, found in zip(queries, answers, strict=True) if query["truth"]]
    queries, answers = [query for query, _ in known], [found for _, found in known]
    truths = [{int(number) for number in query["truth"].split()} for query in queries]
    by_kind = defaultdict(list)
    for query, truth, found in zip(queries, truths, answers, strict=True):
        for kind in filter(None, query["kinds"].split("|")):
            by_kind[kind].append(_recall(truth, found, top))
    figures: dict[str, Any] = {"queries": len(queries)}
    for name, values in _by_depth(truths, answers, top).items():
        figures[name], figures[f"{name}_ci"] = round(float(np.mean(values)), 4), interval(sum(values), len(values))
    kinds = {kind: [round(float(np.mean(values)), 4), len(values)] for kind, values in sorted(by_kind.items())}
    return {**figures, "by_kind": kinds}


def _by_depth(truths: list[set[int]], answers: Sequence[Sequence[int]], top: int) -> dict[str, list[float]]:
    pairs = list(zip(truths, answers, strict=True))
    depths = {1, 10, top}
    found = {
        f"recall_at_{depth}": [_recall(truth, answer, depth) for truth, answer in pairs] for depth in sorted(depths)
    }
    return {**found, "hit_at_10": [float(bool(truth & set(answer[:10]))) for truth, answer in pairs]}


def _recall(truth: set[int], answer: Sequence[int], depth: int) -> float:
    return len(truth & set(answer[:depth])) / min(len(truth), depth)
