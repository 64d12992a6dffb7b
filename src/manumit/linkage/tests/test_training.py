"""Training finds chances it was not told, and judgements move them."""

import numpy as np

from manumit.linkage import MISSING, VEHICLE, Model, Pairs, Patterns, improve, train

RNG = np.random.default_rng(7)
TRUE = {"make": 0.9, "model": 0.8, "colour": 0.6, "style": 0.95}
BY_CHANCE = {"make": 0.2, "model": 0.05, "colour": 0.25, "style": 0.3}


def some_pairs(agree: dict[str, float], count: int) -> Pairs:
    """Pairs whose features agree with known chances, one in ten missing."""
    levels = np.full((count, len(VEHICLE.features)), MISSING, np.uint8)
    for name, chance in agree.items():
        place = VEHICLE.place(name)
        last = len(VEHICLE.features[place].comparison.levels) - 1
        levels[:, place] = np.where(RNG.random(count) < chance, 0, last)
        levels[RNG.random(count) < 0.1, place] = MISSING
    zeros = np.zeros(levels.shape, np.int32)
    return Pairs(levels, zeros, zeros)


def mixed(*parts: Pairs) -> Pairs:
    return Pairs(*(np.concatenate([getattr(part, name) for part in parts]) for name in ("levels", "rarity", "weights")))


def test_chances_are_found_without_labels() -> None:
    candidates = mixed(some_pairs(TRUE, 20_000), some_pairs(BY_CHANCE, 60_000))
    by_chance = some_pairs(BY_CHANCE, 100_000)
    model = train(Model.starting(VEHICLE), [Patterns.of(candidates)], by_chance, possible=10**9, rounds=200)
    for name, agrees in TRUE.items():
        chance = model.chances[name]
        assert abs(chance.matches[0] / 1e6 - agrees) < 0.04, name
        assert abs(chance.others[0] / 1e6 - BY_CHANCE[name]) < 0.01, name
    assert abs(2 ** (model.prior / 1000) * 10**9 - 20_000) < 3_000


def test_a_key_settles_its_own_level_and_teaches_nothing_of_it() -> None:
    """Pairs chosen by equal makes all agree in it: the chance of that is learned from pairs chosen otherwise."""
    makes = mixed(some_pairs({**TRUE, "make": 1.0}, 9_000), some_pairs({**BY_CHANCE, "make": 1.0}, 20_000))
    models = mixed(some_pairs({**TRUE, "model": 1.0}, 8_000), some_pairs({**BY_CHANCE, "model": 1.0}, 30_000))
    keyed = [Patterns.of(pairs, [VEHICLE.place(name)]) for name, pairs in (("make", makes), ("model", models))]
    model = train(Model.starting(VEHICLE), keyed, some_pairs(BY_CHANCE, 50_000), possible=10**9, rounds=200)
    for name, agrees in TRUE.items():
        assert abs(model.chances[name].matches[0] / 1e6 - agrees) < 0.05, name
    assert abs(2 ** (model.prior / 1000) * 10**9 - 10_000) < 1_500


def test_equal_patterns_are_counted_once() -> None:
    patterns = Patterns.of(mixed(some_pairs(TRUE, 500), some_pairs(BY_CHANCE, 1_500)))
    assert patterns.counts.sum() == 2_000
    assert len(patterns.counts) < 200


def test_judgements_move_the_chances_of_what_was_judged_the_same() -> None:
    model, judged = Model.starting(VEHICLE), some_pairs({"colour": 0.2}, 2_000)
    better = improve(model, judged, np.ones(2_000, bool))
    assert better.chances["colour"].matches[0] < 300_000 < model.chances["colour"].matches[0]
    assert better.chances["make"] == model.chances["make"]
    assert improve(model, judged, np.zeros(2_000, bool)).chances == model.chances
    assert better.version != model.version
