"""recordlinkage: its documentation's comparisons for febrl, by its sum rule and by its unsupervised ECM classifier.

Both ways are measured and the better one, chosen by the truth, is reported: the bar the library has to reach.
"""

import time
from pathlib import Path
from typing import Any

import numpy as np
import pandas
import recordlinkage

from benchmarks.linkage.pairs import f1_of, pairs_within
from benchmarks.linkage.worlds.world import World

BLOCKS = ("given_name", "surname", "date_of_birth", "soc_sec_id", "postcode", "suburb")
SUM_AT_LEAST = 4
"""More than three of the comparisons agree, as the documentation's example has it."""


def _read(path: Path) -> pandas.DataFrame:
    return pandas.read_parquet(path).astype(object).where(lambda frame: frame.notna(), None)


def _compared(left: pandas.DataFrame, right: pandas.DataFrame | None) -> pandas.DataFrame:
    """Return the levels of all pairs that share a block."""
    indexer, compare = recordlinkage.Index(), recordlinkage.Compare()
    for name in BLOCKS:
        indexer.block(name)
    frames = (left,) if right is None else (left, right)
    pairs = indexer.index(*frames)
    for name in ("given_name", "surname"):
        compare.string(name, name, method="jarowinkler", threshold=0.85, label=name)
    compare.string("address_1", "address_1", threshold=0.85, label="address_1")
    for name in ("date_of_birth", "suburb", "state", "soc_sec_id", "postcode"):
        compare.exact(name, name, label=name)
    return compare.compute(pairs, *frames)


def _found(features: pandas.DataFrame) -> dict[str, Any]:
    """Return the pairs that each way of deciding says are the same."""
    return {
        "sum": features[features.sum(axis=1) >= SUM_AT_LEAST].index,
        "ecm": recordlinkage.ECMClassifier(binarize=0.8).fit_predict(features),
    }


def _best(ways: dict[str, Any], right_of: Any, true: int) -> dict[str, Any]:
    scores = {name: round(f1_of(int(right_of(pairs)), len(pairs), true), 4) for name, pairs in ways.items()}
    best = max(scores, key=lambda name: scores[name])
    return {"pair_f1": scores[best], "way": best, "ways": scores}


def measure_batch(place: Path) -> dict[str, Any]:
    """Deduplicate the world's records; see the module for what is reported."""
    start = time.perf_counter()
    records = _read(place / "records.parquet").set_index("id")
    cluster = records["cluster"].astype(int)
    ways = _found(_compared(records, None))
    seconds = round(time.perf_counter() - start, 2)

    def right_of(pairs: Any) -> int:
        first, second = (cluster.loc[pairs.get_level_values(side)].to_numpy() for side in (0, 1))
        return int((first == second).sum())

    return {"seconds": seconds, **_best(ways, right_of, pairs_within(cluster.to_numpy()))}


def measure_link(place: Path) -> dict[str, Any]:
    """Link the catalogue and the queries."""
    start = time.perf_counter()
    known, asked = _read(place / "catalogue.parquet").set_index("id"), _read(place / "queries.parquet")
    assert len(known) == World.read(place).records
    ways = _found(_compared(known, asked))
    seconds = round(time.perf_counter() - start, 2)
    truth = asked["truth"].astype(int).to_numpy()

    def right_of(pairs: Any) -> int:
        return int((truth[np.asarray(pairs.get_level_values(1))] == np.asarray(pairs.get_level_values(0))).sum())

    return {"seconds": seconds, **_best(ways, right_of, len(truth))}
