"""All that was found in any segment, read in the order of its weight as far as somebody asks."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, TypeAlias

import numpy as np

from manumit.linkage.index.segment import Rows
from manumit.linkage.pairing import Weights

Seen: TypeAlias = Callable[[Any], Any]
"""Called with ids (an array of bytes), the heaviest first; returns of each whether it may be found."""

FACTOR = 4
"""By how much each round asks of more than the one before."""

Pool: TypeAlias = tuple[Any, Rows, Weights]
"""What a segment has: its ids, the rows that were found, and what each weighs."""


SAMPLED = 4096
"""From so many weights it is guessed below which none of the heaviest lie."""


class Ranking:
    """What pools hold, the heaviest first, those of equal weight by id."""

    def __init__(self, pools: Sequence[Pool], least: int | None = None) -> None:
        self._ids = [ids for ids, _, _ in pools]
        self._pool = np.repeat(np.arange(len(pools)), [len(rows) for _, rows, _ in pools])
        self._rows = np.concatenate([np.zeros(0, np.int64), *(rows for _, rows, _ in pools)])
        self._weights = np.concatenate([np.zeros(0, np.int32), *(weights for _, _, weights in pools)])
        if least is not None:
            kept = self._weights >= least
            self._pool, self._rows, self._weights = self._pool[kept], self._rows[kept], self._weights[kept]

    def __len__(self) -> int:
        return len(self._rows)

    def first(self, count: int) -> tuple[Any, Weights]:
        """Return ids and weights of the `count` heaviest."""
        chosen = np.arange(len(self))
        if len(self) > count:
            chosen = np.flatnonzero(self._weights >= heaviest_at(self._weights, count))
        ids, weights = self._named(chosen), self._weights[chosen]
        order = np.lexsort((ids, -weights))[:count]
        return ids[order], weights[order]

    def seen(self, limit: int, seen: Seen, at_once: int) -> tuple[Any, Weights]:
        """Return ids and weights of the `limit` heaviest that may be found: exactly those, whatever else there is.

        `at_once` are asked about first, `FACTOR` times as many in each round after it, until there are enough.
        """
        ids, weights, asked = np.zeros(0, np.bytes_), np.zeros(0, np.int32), 0
        while len(ids) < limit and asked < len(self):
            some, weigh = (each[asked:] for each in self.first(asked + at_once))
            told = seen(some)
            ids, weights = np.concatenate([ids, some[told]]), np.concatenate([weights, weigh[told]])
            asked, at_once = asked + len(some), at_once * FACTOR
        return ids[:limit], weights[:limit]

    def _named(self, chosen: Rows) -> Any:
        widest = max((ids.dtype.itemsize for ids in self._ids), default=1)
        named = np.zeros(len(chosen), f"S{max(widest, 1)}")
        for place, ids in enumerate(self._ids):
            here = np.flatnonzero(self._pool[chosen] == place)
            named[here] = ids[self._rows[chosen[here]]]
        return named


def heaviest_at(weights: Weights, count: int) -> int:
    """Return what the heaviest at place `count` weighs, of weights that are more.

    Of very many those are left aside first that a sample says are lighter; where it said too much, all are looked at.
    """
    step = len(weights) // SAMPLED
    if step > 1:
        sample = np.sort(weights[::step])
        likely = weights[weights >= sample[-min(len(sample), 2 * (count // step) + 16)]]
        weights = likely if len(likely) >= count else weights
    return int(np.partition(weights, len(weights) - count)[len(weights) - count])
