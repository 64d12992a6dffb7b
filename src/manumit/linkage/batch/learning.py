"""Learning a model from a collection's own records, without labels: frequencies, random pairs, candidate pairs, EM."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

import numpy as np

from manumit.linkage.batch.blocking import Blocking
from manumit.linkage.batch.collection import Collection
from manumit.linkage.batch.engine import Arrays, Engine
from manumit.linkage.batch.rules import Rule, learning_rules
from manumit.linkage.batch.scoring import Scorer
from manumit.linkage.frequencies import measured
from manumit.linkage.model import Model
from manumit.linkage.training import RARITY_STEP, Patterns, train

CANDIDATES = 150_000
AT_RANDOM = 300_000
"""How many pairs training looks at, a rule and at random, at most: more changes no weight by a hundredth of a bit."""

MOST = 200
"""How many records may share a value by which training pairs are chosen."""

SEED = 5
"""Of the pairs taken at random: the same records give the same model."""


def learn(
    collection: Collection, model: Model, *, frequencies: bool = True, second: int = 0, rules: Sequence[Rule] = ()
) -> Model:
    """Return the model trained on a collection's own records.

    With `frequencies` values are counted in the collection too: only for records that are open to all; without, the
    model keeps its own. Where two relations are linked, `second` is the number of the first record of the second.
    `rules` choose the pairs, those of the profile unless others are given; a profile that has none keeps its chances
    among matches, and learns how often values agree by chance. The same records give the same model.
    """
    started = model.with_frequencies(measured(collection.table())) if frequencies else model
    scorer, count = Scorer(collection, started), len(collection)
    candidates = list(_candidates(scorer, second, rules or learning_rules(model.profile)))
    chance = patterns(started, scorer.patterns(_at_random(collection)))
    made_from = f"{'EM' if candidates else 'chance agreement counted'} over {count} records"
    possible = second * (count - second) if second else count * (count - 1) // 2
    return train(started, candidates, chance, possible=max(possible, 1), made_from=made_from)


def _candidates(scorer: Scorer, second: int, rules: Sequence[Rule]) -> Iterator[Patterns]:
    """Yield the patterns of the pairs that each rule chooses."""
    blocking = Blocking(scorer.collection, rules, MOST, prefix="learning")
    blocking.extend()
    for place, rule in enumerate(blocking.rules):
        step = _sample(scorer.engine, blocking.meeting(place, second, second or None))
        found = patterns(scorer.model, scorer.patterns("sample", rule.features))
        yield replace(found, counts=found.counts * step, keys=tuple(map(scorer.model.profile.place, rule.features)))


def patterns(model: Model, chunks: Iterable[Arrays]) -> Patterns:
    """Join the patterns of chunks as training reads them."""
    names = [feature.name for feature in model.profile.features]
    parts = list(chunks)
    if not parts:
        return Patterns(np.zeros((0, len(names)), np.uint8), np.zeros(0), np.zeros(0))
    levels = np.stack([np.concatenate([part[name] for part in parts]) for name in names], axis=1).astype(np.uint8)
    rarity, pairs = (np.concatenate([part[name] for part in parts]) for name in ("rarity", "pairs"))
    rounded = (rarity.astype(np.int64) + RARITY_STEP // 2) // RARITY_STEP * RARITY_STEP / 1000.0
    return Patterns(levels, rounded, pairs.astype(np.float64))


def _sample(engine: Engine, query: str) -> int:
    """Make `sample` of every n-th pair of a query, in whatever order they come, and return n."""
    engine.run(f"CREATE OR REPLACE TABLE sample AS SELECT DISTINCT a, b FROM ({query})")
    step = -(-int(engine.rows("SELECT count(*) FROM sample")[0][0]) // CANDIDATES) or 1
    if step > 1:
        some = f"(CAST(a AS BIGINT) * 7919 + b) % {step} = 0"
        engine.run(f"CREATE OR REPLACE TABLE sample AS SELECT * FROM sample WHERE {some}")
    return step


def _at_random(collection: Collection) -> str:
    draw, count = np.random.default_rng(SEED), len(collection)
    a, b = draw.integers(0, count, (2, AT_RANDOM), dtype=np.int32)
    apart = a != b
    collection.engine.table("at_random", {"a": np.minimum(a, b)[apart], "b": np.maximum(a, b)[apart]})
    return "at_random"
