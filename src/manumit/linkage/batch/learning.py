"""Learning a model from a collection's own records, without labels: frequencies, random pairs, candidate pairs, EM."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

import numpy as np

from manumit.linkage.batch.blocking import Blocking
from manumit.linkage.batch.collection import Collection
from manumit.linkage.batch.engine import Arrays, Engine
from manumit.linkage.batch.rules import Rule, learning_rules
from manumit.linkage.batch.scoring import PART, Scorer
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
    return learnt(collection, model, frequencies=frequencies, second=second, rules=rules).model


def learnt(
    collection: Collection, model: Model, *, frequencies: bool = True, second: int = 0, rules: Sequence[Rule] = ()
) -> Scorer:
    """Return a scorer of the collection with the model trained on it; see `learn`."""
    started = model.with_frequencies(measured(collection.table())) if frequencies else model
    scorer, count = Scorer(collection, started), len(collection)
    blocking = Blocking(collection, rules or learning_rules(model.profile), MOST, prefix="learning")
    blocking.extend()
    *candidates, chance = _patterns(scorer, blocking, second)
    made_from = f"{'EM' if candidates else 'chance agreement counted'} over {count} records"
    possible = second * (count - second) if second else count * (count - 1) // 2
    scorer.use(train(started, candidates, chance, possible=max(possible, 1), made_from=made_from))
    return scorer


def _patterns(scorer: Scorer, blocking: Blocking, second: int) -> list[Patterns]:
    """Return the patterns of the pairs that each rule chooses, and last of pairs taken at random: all in one pass."""
    engine, rules, place_of = scorer.engine, blocking.rules, scorer.model.profile.place
    engine.run(f"CREATE OR REPLACE TABLE sample (a INTEGER, b INTEGER, {PART} INTEGER)")
    steps = [_sample(engine, blocking.meeting(place, second, second or None), place) for place in range(len(rules))]
    engine.append("sample", _at_random(len(scorer.collection), len(rules)))
    keys = [rule.features for rule in rules]
    *candidates, chance = patterns(scorer.model, scorer.patterns("sample", [*keys, ()]), len(rules) + 1)
    keyed = zip(candidates, steps, keys, strict=True)
    return [replace(p, counts=p.counts * step, keys=tuple(map(place_of, names))) for p, step, names in keyed] + [chance]


def patterns(model: Model, chunks: Iterable[Arrays], parts: int = 1) -> list[Patterns]:
    """Join the patterns of chunks as training reads them, those of each part by themselves."""
    names, listed = [feature.name for feature in model.profile.features], list(chunks)
    if not listed:
        return [Patterns(np.zeros((0, len(names)), np.uint8), np.zeros(0), np.zeros(0))] * parts
    whole = {name: np.concatenate([chunk[name] for chunk in listed]) for name in listed[0]}
    levels = np.stack([whole[name].astype(np.uint8) for name in names], axis=1)
    bits = whole["rarity"] * (RARITY_STEP / 1000.0)
    counts = whole["pairs"].astype(np.float64)
    places = [np.flatnonzero(whole["part"] == part) for part in range(parts)]
    return [Patterns(levels[some], bits[some], counts[some]) for some in places]


def _sample(engine: Engine, query: str, part: int) -> int:
    """Add every n-th pair of a query, in whatever order they come, to `sample`, and return n."""
    engine.run(f"CREATE OR REPLACE TABLE chosen AS SELECT DISTINCT a, b FROM ({query})")
    step = -(-int(engine.rows("SELECT count(*) FROM chosen")[0][0]) // CANDIDATES) or 1
    some = f"(CAST(a AS BIGINT) * 7919 + b) % {step} = 0"
    engine.run(f"INSERT INTO sample SELECT a, b, {part} FROM chosen WHERE {some}")
    return step


def _at_random(count: int, part: int) -> Arrays:
    draw = np.random.default_rng(SEED)
    a, b = draw.integers(0, count, (2, AT_RANDOM), dtype=np.int32)
    apart = a != b
    a, b = np.minimum(a, b)[apart], np.maximum(a, b)[apart]
    return {"a": a, "b": b, PART: np.full(len(a), part, np.int32)}
