"""The best of very many are the same as by comparing each pair and sorting all."""

import random

import numpy as np
import pytest

from manumit.linkage import score
from manumit.linkage.index import ranking, searching
from manumit.linkage.index.ranking import heaviest_at


@pytest.mark.parametrize("seed", range(40))
def test_the_weight_at_a_place_is_that_of_all_sorted(seed, monkeypatch) -> None:
    """Whatever a sample says: weights that rise, that are alike, and few heavy ones where no sample looks."""
    monkeypatch.setattr(ranking, "SAMPLED", 64)
    draw = np.random.default_rng(seed)
    weights = draw.integers(-5_000, draw.integers(-4_990, 20_000), draw.integers(2, 9_000)).astype(np.int32)
    if seed % 4 == 1:
        weights.sort()
    elif seed % 4 == 2:
        weights[1 :: max(2, len(weights) // 64)] += 50_000
    for count in {1, 2, len(weights) // 3 + 1, len(weights)}:
        assert heaviest_at(weights, count) == np.sort(weights)[len(weights) - count]


@pytest.mark.parametrize("of_some", [True, False])
def test_what_has_nothing_to_be_looked_up_by_is_compared_with_every_row(empty, monkeypatch, of_some) -> None:
    monkeypatch.setattr(searching, "ALL", 4)
    monkeypatch.setattr(ranking, "SAMPLED", 8)
    chance = random.Random(5)
    people = {f"p{number}": looks(chance) for number in range(120)}
    empty.load(people.items())
    may = {id_ for number, id_ in enumerate(people) if number % 3 or not of_some}
    told = [id_.encode() for id_ in may]
    for asked in [looks(chance) for _ in range(20)]:
        slowly = {id_: score(empty.model, asked, record).weight for id_, record in people.items() if id_ in may}
        best = sorted(slowly.items(), key=lambda each: (-each[1], each[0].encode()))[:7]
        hits = empty.search_seen(
            asked, 7, lambda ids: np.ones(len(ids), np.bool_), at_once=9, allowed=lambda ids: np.isin(ids, told)
        )
        assert [(hit.id, hit.weight) for hit in hits] == best


def looks(chance: random.Random) -> dict[str, list]:
    """Return what somebody looks like; some are said to be of either of two heights, of some nothing is said."""
    low = chance.randint(58, 76)
    return {
        "sex": [chance.choice("MF")] * chance.choice((0, 1, 1)),
        "height": [{"low": low, "high": low + 2}, 60][: chance.choice((0, 1, 2))],
        "eyes": [chance.choice(("BRO", "BLU", "GRN"))] * chance.choice((0, 1)),
        "places": [{"city": chance.choice(("Gallup", "Galup", "Tuba City")), "state": "NM"}] * chance.choice((0, 1)),
    }
