"""What the library makes of a world: asked one by one, in batch, and with new records against a standing catalogue."""

import tempfile
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np

from manumit.linkage import Model
from manumit.linkage.batch import Catalogue, DuckDB, Found, deduplicate, odds
from manumit.linkage.index.index import Index

from . import table
from .answers import ask_all, judged
from .pairs import cluster_f1, pair_figures, pairs_within
from .reading import READINGS, Reading
from .table import Row
from .worlds.world import World

CLUSTERED_AT = (0.9, 0.925, 0.95, 0.975, 0.99)


def learnt(place: Path, reading: Reading) -> Found:
    """Deduplicate the world's records, the model learning from them without labels."""
    engine = DuckDB(threads=2)
    if reading.layout is None:
        raise ValueError("this world has no records to deduplicate")
    engine.read("records", place / "records.parquet")
    found = deduplicate(engine, "records", reading.layout, Model.starting(reading.profile), rules=reading.rules)
    engine.close()
    return found


def batch(place: Path, threshold: float) -> dict[str, Any]:
    """Train and deduplicate from a Parquet file, cluster, and judge pairs and clusters."""
    world = World.read(place)
    begin, spent = time.perf_counter(), time.process_time()
    found = learnt(place, READINGS[world.name])
    labels = found.clusters(odds(threshold))
    seconds, worked = time.perf_counter() - begin, time.process_time() - spent
    truth = np.array([row["cluster"] for row in table.stream(place / "records.parquet")])[np.argsort(_ids(place))]
    at = {str(each): round(cluster_f1(found.clusters(odds(each)), truth), 4) for each in CLUSTERED_AT}
    likely = 1 / (1 + np.exp2(-found.evidence / 1000))
    figures = pair_figures(truth[found.a] == truth[found.b], likely, pairs_within(truth), threshold)
    whole = {"seconds": round(seconds, 2), "processor_seconds": round(worked, 2), "model": found.model.version}
    return {**whole, **figures, "cluster_f1": round(cluster_f1(labels, truth), 4), "cluster_f1_at": at}


def _ids(place: Path) -> list[int]:
    return [row["id"] for row in table.stream(place / "records.parquet")]


def model_of(place: Path, reading: Reading) -> Model:
    """Return the model learned from the world's records, or the starting one where there are none."""
    known = (place / "records.parquet").exists() and reading.layout is not None
    return learnt(place, reading).model if known else Model.starting(reading.profile)


def online(place: Path, queries: int) -> dict[str, Any]:
    """Index the catalogue, and ask it query by query."""
    world = World.read(place)
    reading = READINGS[world.name]
    model = model_of(place, reading)
    with tempfile.TemporaryDirectory(prefix="manumit-index-") as folder:
        index = Index.open(Path(folder) / "index", model)
        begin = time.perf_counter()
        rows = table.stream(place / "catalogue.parquet")
        count = index.load((str(row["id"]), reading.record(row)) for row in rows)
        loading = time.perf_counter() - begin
        asked = table.rows(place / "queries.parquet", queries)

        def ask(query: Row) -> Sequence[int]:
            hits = index.search(reading.record(query), world.top + 1)
            return [int(hit.id) for hit in hits if int(hit.id) != query.get("self")][: world.top]

        figures = ask_all(ask, asked, world.top)
    return {**figures, "indexed_per_second": round(count / loading)}


def incremental(place: Path, new: int = 3000) -> dict[str, Any]:
    """Let `new` queries meet the standing catalogue at once, and judge the best ten of each."""
    world = World.read(place)
    reading = READINGS[world.name]
    model = model_of(place, reading)
    engine = DuckDB(threads=2)
    engine.read("catalogue", place / "catalogue.parquet")
    engine.run(
        f"CREATE TABLE new AS SELECT {world.records} + row_number() OVER () AS id, * FROM "
        f"(SELECT * FROM read_parquet('{place / 'queries.parquet'}') LIMIT {new})"
    )
    truths = engine.rows("SELECT truth, kinds FROM new ORDER BY id")
    assert reading.layout is not None
    standing = Catalogue(engine, "catalogue", reading.layout, model)
    begin, spent = time.perf_counter(), time.process_time()
    found = standing.add("new", reading.layout)
    seconds, worked = time.perf_counter() - begin, time.process_time() - spent
    asked = [{"truth": truth, "kinds": kinds} for truth, kinds in truths]
    figures = judged(asked, _best(found, world.records, len(asked)), 10)
    figures.pop("by_kind")
    return {"new": len(asked), "seconds": round(seconds, 2), "processor_seconds": round(worked, 2), **figures}


def _best(found: Found, standing: int, new: int) -> list[list[int]]:
    answers: list[list[int]] = [[] for _ in range(new)]
    order = np.lexsort((found.a, -found.evidence))
    for a, b in zip(found.a[order].tolist(), found.b[order].tolist(), strict=True):
        if a < standing and len(answers[b - standing]) < 10:
            answers[b - standing].append(found.ids[a])
    return answers
