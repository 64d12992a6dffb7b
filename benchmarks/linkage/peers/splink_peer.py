"""Splink 5 on DuckDB: one record against the catalogue (`predict_between`), many at once, and deduplication."""

import logging
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import duckdb
import numpy as np
from splink import DuckDBAPI, Linker, SettingsCreator

from benchmarks.linkage import table
from benchmarks.linkage.answers import judged, times
from benchmarks.linkage.pairs import CLUSTERED_AT, cluster_f1, expected_threshold, pair_figures, pairs_within
from benchmarks.linkage.table import Row
from benchmarks.linkage.worlds.world import World

from .splink_models import MODELS, SplinkModel

U_PAIRS = 2e6
EM_PAIRS = 3e6
"""Splink's own limits for large data: random pairs for u, and pairs a pass of EM."""
logging.getLogger("splink").setLevel(logging.ERROR)


def trained(model: SplinkModel, database: duckdb.DuckDBPyConnection, parquet: Path) -> Linker:
    """Train on the records of a file as the makers' notebooks do: certain rules, random pairs for u, EM for m."""
    database.execute(f"CREATE OR REPLACE TABLE training AS SELECT * FROM '{parquet}'")
    api = DuckDBAPI(database)
    linker = Linker(
        api.register("training", table_name="splink_training"), _settings(model, model.keys), log_level=None
    )
    linker.training.estimate_probability_two_random_records_match(list(model.certain), recall=model.recall)
    linker.training.estimate_u_using_random_sampling(max_pairs=U_PAIRS, seed=1)
    for rule in model.training:
        linker.training.estimate_parameters_using_expectation_maximisation(rule, max_pairs=EM_PAIRS)
    return linker


def _settings(model: SplinkModel, rules: Sequence[Any]) -> SettingsCreator:
    return SettingsCreator(
        link_type="dedupe_only",
        unique_id_column_name="id",
        comparisons=model.comparisons(),
        blocking_rules_to_generate_predictions=list(rules),
    )


class Online:
    """One catalogue, with the model trained on the world's records and term frequencies of the catalogue."""

    def __init__(self, place: Path) -> None:
        """Read the world in `place`."""
        self.world = World.read(place)
        self.model = MODELS[self.world.name]
        self.database = duckdb.connect()
        records = place / "records.parquet"
        learnt = trained(self.model, duckdb.connect(), records if records.exists() else place / "catalogue.parquet")
        self.database.execute(f"CREATE TABLE catalogue AS SELECT * FROM '{place / 'catalogue.parquet'}'")
        self.names = [column[0] for column in self.database.execute("SELECT * FROM catalogue LIMIT 0").description]
        self.api = DuckDBAPI(self.database)
        self.right = self.api.register("catalogue", table_name="splink_catalogue")
        settings = {**learnt.misc.save_model_to_json(None), "blocking_rules_to_generate_predictions": []}
        self.linker = Linker(self.right, settings, log_level=None)
        for name in (column.name for column in self.linker._settings_obj._term_frequency_columns):
            self.linker.table_management.compute_tf_table(name)
        self.count = 0

    def ask(self, queries: Sequence[Row]) -> list[list[int]]:
        """Return the best ten ids of each query, the best first: all queries in one call of `predict_between`."""
        columns = table.columns_of([{**query, "id": -1 - place} for place, query in enumerate(queries)])
        self.count += 1
        self.database.register("given", columns)
        names = ", ".join(f'"{name}"' for name in self.names)
        self.database.execute("CREATE OR REPLACE TABLE asked AS SELECT * FROM catalogue LIMIT 0")
        self.database.execute(f"INSERT INTO asked BY NAME SELECT {names} FROM given")
        left = self.api.register("asked", table_name=f"asked_{self.count}")
        found = self.linker.inference.predict_between(
            left, self.right, blocking_rules_to_generate_predictions=list(self.model.loose), warning_mode="never"
        )
        return self._best(found.physical_name, len(queries))

    def _best(self, name: str, queries: int) -> list[list[int]]:
        rows = self.database.execute(
            f"""SELECT least(id_l, id_r), greatest(id_l, id_r) FROM {name}
            QUALIFY row_number() OVER
            (PARTITION BY least(id_l, id_r) ORDER BY match_weight DESC, greatest(id_l, id_r)) <= 21
            ORDER BY match_weight DESC"""
        ).fetchall()
        self.database.execute(f"DROP TABLE {name}")
        answers: list[list[int]] = [[] for _ in range(queries)]
        for asked, answer in rows:
            answers[-1 - asked].append(answer)
        return answers


def measure_online(place: Path, queries: int, single: int) -> dict[str, Any]:
    """Ask `single` queries one by one for the times, and all `queries` at once for recall and the batch figure."""
    peer = Online(place)
    asked = table.rows(place / "queries.parquet", queries)
    spent = []
    peer.ask(asked[:1])
    for query in asked[:single]:
        start = time.perf_counter()
        peer.ask([query])
        spent.append((time.perf_counter() - start) * 1000)
    start = time.perf_counter()
    answers = peer.ask(asked)
    whole = time.perf_counter() - start
    answers = [_without_itself(query, found) for query, found in zip(asked, answers, strict=True)]
    figures = {**times(spent), **judged(asked, answers, peer.world.top)}
    return {**figures, "singly": single, "batch_seconds": round(whole, 2)}


def _without_itself(query: Row, found: list[int]) -> list[int]:
    """Leave the query's own record out, where queries are records of the catalogue."""
    return [number for number in found if number != query.get("self")][:10]


def measure_batch(place: Path) -> dict[str, Any]:
    """Train on the world's records and deduplicate them; see `pair_figures` for the figures."""
    world = World.read(place)
    start = time.perf_counter()
    database = duckdb.connect(config={"threads": 2})
    linker = trained(MODELS[world.name], database, place / "records.parquet")
    learnt = time.perf_counter() - start
    found = linker.inference.predict(threshold_match_probability=0.01)
    seconds = time.perf_counter() - start
    return {
        "seconds": round(seconds, 2),
        "training_seconds": round(learnt, 2),
        **_judge(database, linker, found, place),
    }


def measure_link(place: Path) -> dict[str, Any]:
    """Train on the catalogue and the queries, link the two by the keys of a batch, and judge the pairs."""
    world, model = World.read(place), MODELS[World.read(place).name]
    start = time.perf_counter()
    database = duckdb.connect(config={"threads": 2})
    database.execute(
        f"CREATE TABLE joined AS SELECT * FROM '{place / 'catalogue.parquet'}' UNION ALL BY NAME "
        f"SELECT {world.records} + row_number() OVER () - 1 AS id, * EXCLUDE (truth, kinds) "
        f"FROM '{place / 'queries.parquet'}'"
    )
    database.execute(f"COPY joined TO '{place / 'both.parquet'}' (FORMAT parquet)")
    found = trained(model, database, place / "both.parquet").inference.predict(threshold_match_probability=0.01)
    pairs = database.execute(
        f"SELECT least(id_l, id_r) AS a, greatest(id_l, id_r) AS b, match_probability AS p FROM {found.physical_name} "
        f"WHERE least(id_l, id_r) < {world.records} AND greatest(id_l, id_r) >= {world.records}"
    ).fetchnumpy()
    seconds = time.perf_counter() - start
    right = np.array([int(row["truth"]) for row in table.rows(place / "queries.parquet")])
    a, b, score = (np.ma.getdata(pairs[name]) for name in "abp")
    figures = pair_figures(right[b - world.records] == a, score, len(right), expected_threshold(score))
    return {"seconds": round(seconds, 2), **figures}


def _judge(database: duckdb.DuckDBPyConnection, linker: Linker, found: Any, place: Path) -> dict[str, Any]:
    cluster = _clusters(database, place)
    pairs = database.execute(f"SELECT id_l, id_r, match_probability FROM {found.physical_name}").fetchnumpy()
    left, right, score = (np.asarray(pairs[name]) for name in ("id_l", "id_r", "match_probability"))
    threshold = expected_threshold(score)
    figures = pair_figures(cluster[left] == cluster[right], score, pairs_within(cluster), threshold)

    def clustered(least: float) -> float:
        """Return cluster F1 of Splink's own clusters at a threshold."""
        joined = linker.clustering.cluster_pairwise_predictions_at_threshold(found, least)
        rows = database.execute(f"SELECT id, cluster_id FROM {joined.physical_name} ORDER BY id").fetchnumpy()
        return round(cluster_f1(np.asarray(rows["cluster_id"]).astype(np.int64), cluster), 4)

    at = {str(least): clustered(least) for least in CLUSTERED_AT}
    return {**figures, "cluster_f1": clustered(threshold), "cluster_f1_at": at, "pairs": len(score)}


def _clusters(database: duckdb.DuckDBPyConnection, place: Path) -> Any:
    rows = database.execute(f"SELECT cluster FROM '{place / 'records.parquet'}' ORDER BY id").fetchnumpy()
    return np.asarray(rows["cluster"])
