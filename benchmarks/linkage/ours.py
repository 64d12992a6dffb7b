"""What the library makes of a world: asked one by one, in batch, and with new records against a standing catalogue."""

import tempfile
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import duckdb
import numpy as np

from manumit.linkage import Model
from manumit.linkage.batch import Catalogue, Collection, DuckDB, Found, deduplicate, learn, link, odds
from manumit.linkage.index.index import Index

from . import table
from .answers import ask_all, judged
from .pairs import CLUSTERED_AT, cluster_f1, pair_figures, pairs_within
from .reading import Reading, Record
from .readings import READINGS
from .table import Row
from .worlds.world import World

ADDED = 2_000
"""Records added one by one, each in a write of its own."""


def learnt(place: Path, reading: Reading) -> Found:
    """Deduplicate the world's records, the model learning from them without labels."""
    engine = DuckDB(threads=2)
    engine.read("records", place / "records.parquet")
    found = deduplicate(engine, "records", reading.layout, Model.starting(reading.profile), rules=reading.rules)
    engine.close()
    return found


def _learnt_of_two(place: Path, reading: Reading) -> Model:
    """Learn from two kinds of record without labels."""
    engine = DuckDB(threads=2)
    collection = Collection(reading.profile, engine)
    for side in ("left", "right"):
        engine.read(side, place / f"{side}.parquet")
        second = collection.add(side, reading.layout)
    model = learn(collection, Model.starting(reading.profile), second=second, rules=reading.rules.learning)
    engine.close()
    return model


def batch(place: Path, noisy: int = 0) -> dict[str, Any]:
    """Train and deduplicate from a Parquet file, cluster, and judge pairs and clusters."""
    begin, spent = time.perf_counter(), time.process_time()
    found = learnt(place, reading_of(place, noisy))
    labels = found.clusters(found.threshold)
    seconds, worked = time.perf_counter() - begin, time.process_time() - spent
    truth = _clusters(place)
    at = {str(each): round(cluster_f1(found.clusters(odds(each)), truth), 4) for each in CLUSTERED_AT}
    figures = _pairs(found, truth[found.a] == truth[found.b], pairs_within(truth))
    whole = {"seconds": round(seconds, 2), "processor_seconds": round(worked, 2), "model": found.model.version}
    return {**whole, **figures, "cluster_f1": round(cluster_f1(labels, truth), 4), "cluster_f1_at": at}


def linked(place: Path) -> dict[str, Any]:
    """Link the catalogue and the queries as two whole files, and judge the pairs."""
    reading = reading_of(place)
    engine = DuckDB(threads=2)
    engine.read("left", place / "catalogue.parquet")
    engine.run(
        f"CREATE TABLE asked AS SELECT {World.read(place).records} + row_number() OVER () - 1 AS id, * FROM "
        f"read_parquet('{place / 'queries.parquet'}')"
    )
    truth = dict(engine.rows("SELECT id, truth FROM asked"))
    begin = time.perf_counter()
    starting = Model.starting(reading.profile)
    found = link(engine, ("left", reading.layout), ("asked", reading.layout), starting, rules=reading.rules)
    seconds = time.perf_counter() - begin
    same = [str(found.ids[a]) == truth[found.ids[b]] for a, b in zip(found.a.tolist(), found.b.tolist(), strict=True)]
    return {"seconds": round(seconds, 2), **_pairs(found, np.array(same, np.bool_), len(truth))}


def reading_of(place: Path, noisy: int = 0) -> Reading:
    """Return how a world is read; `noisy` adds the field that says nothing."""
    reading = READINGS[World.read(place).name]
    return reading.with_noise() if noisy else reading


def _pairs(found: Found, same: Any, true: int) -> dict[str, Any]:
    """Judge pairs at the threshold that the model names by itself."""
    likely = 1 / (1 + np.exp2(-found.evidence / 1000))
    return pair_figures(same, likely, true, float(1 / (1 + np.exp2(-found.threshold / 1000))))


def _clusters(place: Path) -> Any:
    """Return the true cluster of each record by its number."""
    with duckdb.connect() as database:
        rows = database.execute(f"SELECT cluster FROM '{place / 'records.parquet'}' ORDER BY id").fetchnumpy()
    return np.ma.getdata(rows["cluster"]).astype(np.int64)


def model_of(place: Path, reading: Reading) -> Model:
    """Return the model learned from the world's records, never from questions or truth."""
    if (place / "records.parquet").exists():
        return learnt(place, reading).model
    return _learnt_of_two(place, reading)


def online(place: Path, queries: int, noisy: int = 0) -> dict[str, Any]:
    """Index the catalogue, and ask it query by query."""
    world = World.read(place)
    reading = reading_of(place, noisy)
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
        figures |= {"model": model.version, "added_per_second": _added(index, [reading.record(row) for row in asked])}
    return {**figures, "indexed_per_second": round(count / loading)}


def _added(index: Index, records: Sequence[Record]) -> int:
    """Add records one by one, each found by every process once it is added, and return how many a second."""
    begin = time.perf_counter()
    for number, record in enumerate(records[:ADDED]):
        index.add(f"added-{number}", record)
    return round(min(len(records), ADDED) / (time.perf_counter() - begin))


def incremental(place: Path, new: int = 3000) -> dict[str, Any]:
    """Let `new` queries meet the standing catalogue at once, and judge the best ten of each."""
    world = World.read(place)
    reading = reading_of(place)
    model = model_of(place, reading)
    engine = DuckDB(threads=2)
    engine.read("catalogue", place / "catalogue.parquet")
    engine.run(
        f"CREATE TABLE new AS SELECT {world.records} + row_number() OVER () AS id, * FROM "
        f"(SELECT * FROM read_parquet('{place / 'queries.parquet'}') LIMIT {new})"
    )
    truths = engine.rows("SELECT truth, kinds FROM new ORDER BY id")
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
