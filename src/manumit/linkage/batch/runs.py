"""Whole batches: deduplicate a relation, link two, or let new records meet a catalogue that stands."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

import numpy as np
from numpy.typing import NDArray

from manumit.linkage.batch.blocking import PAIR, Blocking
from manumit.linkage.batch.cells import Problem
from manumit.linkage.batch.clustering import cluster
from manumit.linkage.batch.collection import Collection
from manumit.linkage.batch.engine import Engine
from manumit.linkage.batch.layout import Layout
from manumit.linkage.batch.learning import learnt
from manumit.linkage.batch.rules import DEFAULT, Rules, rules_of
from manumit.linkage.batch.scoring import Scorer
from manumit.linkage.model import Model

KEPT = -8_000
"""Millibits of log2 odds: pairs that say less are not kept."""

NEW_MOST = 300
"""How many records may share a key when a few new ones meet a catalogue: more than when all meet all."""


@dataclass(frozen=True)
class Found:
    """Pairs of records and what each says: `evidence` is the log2 odds of being one, prior included, in millibits.

    `a` and `b` are record numbers, places in `ids`; `model` the one that said it, `problems` the values not read.
    """

    model: Model
    ids: list[Any]
    a: NDArray[np.int64]
    b: NDArray[np.int64]
    evidence: NDArray[np.int64]
    problems: list[Problem] = field(default_factory=list)

    def __len__(self) -> int:
        return len(self.a)

    @property
    def threshold(self) -> int:
        """The least evidence, in millibits, of a pair to be called one: where the model expects the highest F1.

        Of the pairs from some evidence up, as many are true as their probabilities add up to; so F1 can be expected for
        every threshold from the model alone, before anybody has judged a pair (Lipton, Elkan and Naryanaswamy 2014).
        """
        likely = 1 / (1 + np.exp2(-np.sort(self.evidence)[::-1] / 1000))
        if not len(likely):
            return 0
        expected = 2 * np.cumsum(likely) / (np.arange(1, len(likely) + 1) + likely.sum())
        return odds(min(float(likely[int(expected.argmax())]), 1 - 1e-9))

    def clusters(self, least: int, apart: Iterable[tuple[Any, Any]] = ()) -> NDArray[np.int64]:
        """Return a cluster number a record (see `cluster`); `apart` are pairs of ids that are known not to be one."""
        number = {id_: place for place, id_ in enumerate(self.ids)} if apart else {}
        kept_apart = [(number[one], number[other]) for one, other in apart]
        return cluster(len(self.ids), self.a, self.b, self.evidence, least=least, apart=kept_apart)


def odds(probability: float) -> int:
    """Return the log2 odds of a probability in millibits."""
    return round(1000 * float(np.log2(probability / (1 - probability))))


def deduplicate(
    engine: Engine,
    relation: str,
    layout: Layout,
    model: Model,
    *,
    trained: bool = False,
    frequencies: bool = True,
    rules: Rules = DEFAULT,
) -> Found:
    """Return which rows of a relation may be one. The model learns from them first unless it is `trained`.

    `frequencies` says whether values may be counted in these very records (see `learn`); `rules` are those of the
    profile unless others are given.
    """
    collection = Collection(model.profile, engine)
    collection.add(relation, layout)
    return compared(collection, model, trained=trained, frequencies=frequencies, rules=rules)


def link(
    engine: Engine,
    left: tuple[str, Layout],
    right: tuple[str, Layout],
    model: Model,
    *,
    trained: bool = False,
    frequencies: bool = True,
    rules: Rules = DEFAULT,
) -> Found:
    """Return which rows of one relation may be which of another: `a` stands in the first, `b` in the second."""
    collection = Collection(model.profile, engine)
    collection.add(*left)
    second = collection.add(*right)
    return compared(collection, model, second=second, trained=trained, frequencies=frequencies, rules=rules)


def compared(
    collection: Collection,
    model: Model,
    *,
    second: int = 0,
    trained: bool = False,
    frequencies: bool = True,
    rules: Rules = DEFAULT,
) -> Found:
    """Return which records of a collection may be one; only across, where those from number `second` on are others'."""
    blocking = Blocking(collection, rules.blocking, rules.most)
    blocking.extend()
    blocking.pairs(since=second, until=second or None)
    if trained:
        return _found(Scorer(collection, model))
    return _found(learnt(collection, model, frequencies=frequencies, second=second, rules=rules.learning))


class Catalogue:
    """Records that stand, with their keys and codes, which new records meet without everything being done again."""

    def __init__(self, engine: Engine, relation: str, layout: Layout, model: Model) -> None:
        """Take in the rows of a relation; `model` scores all who come."""
        self.model, self.collection = model, Collection(model.profile, engine)
        self.collection.add(relation, layout)
        self.blocking = Blocking(self.collection, rules_of(model.profile, new=True), NEW_MOST)
        self.blocking.extend()
        self.scorer = Scorer(self.collection, model)

    def add(self, relation: str, layout: Layout) -> Found:
        """Take in new rows, and return whom they may be among all records, the new ones included."""
        since = self.collection.add(relation, layout)
        self.blocking.extend()
        self.blocking.pairs(since)
        self.scorer.extend()
        return _found(self.scorer)


def _found(scorer: Scorer) -> Found:
    collection, model = scorer.collection, scorer.model
    parts = list(scorer.weights(PAIR, KEPT - model.prior))
    a, b, weight = (_joined([part[name] for part in parts]) for name in ("a", "b", "weight"))
    order = np.lexsort((b, a))
    return Found(model, collection.ids, a[order], b[order], weight[order] + model.prior, collection.problems)


def _joined(parts: list[NDArray[Any]]) -> NDArray[np.int64]:
    return np.concatenate(parts).astype(np.int64) if parts else np.zeros(0, np.int64)
