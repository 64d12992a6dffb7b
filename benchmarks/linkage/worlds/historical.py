"""`historical`: 50,578 records of 5,156 historical people with real kinds of error, published with Splink's examples.

Every record with a second one is a possible question, asked of all others (`self` is left out of the answers).
"""

import random
from pathlib import Path

import numpy as np

from benchmarks.linkage import table
from benchmarks.linkage.pairs import labels_of
from benchmarks.linkage.table import Row

from .shared import shared
from .world import World

FILE = "linkage/historical_figures_with_errors_50k.parquet"
FIELDS = (
    "first_name",
    "surname",
    "first_and_surname",
    "full_name",
    "dob",
    "birth_place",
    "postcode_fake",
    "gender",
    "occupation",
)


def make(place: Path, records: int, queries: int, seed: int) -> World:
    """Write the world into `place`; `records` bounds how many are read (50,578 there are)."""
    rows = sorted(table.rows(shared(FILE)), key=lambda row: str(row["unique_id"]))[:records]
    clusters = labels_of([row["cluster"] for row in rows])
    columns = table.columns_of([{name: row[name] for name in FIELDS} for row in rows])
    members: dict[int, list[int]] = {}
    for number, cluster in enumerate(clusters.tolist()):
        members.setdefault(cluster, []).append(number)
    asked = [number for number in range(len(rows)) if len(members[int(clusters[number])]) > 1]
    chosen = random.Random(seed).sample(asked, min(queries, len(asked)))
    world = World("historical", "historical", len(rows), seed, FIELDS, leave_one_out=True)
    listed = [_query(rows[number], number, members[int(clusters[number])]) for number in chosen]
    world.write(place, columns, listed, {**columns, "cluster": clusters.astype(np.int64)})
    return world


def _query(row: Row, number: int, same: list[int]) -> Row:
    truth = " ".join(str(other) for other in same if other != number)
    return {**{name: row[name] for name in FIELDS}, "self": number, "truth": truth, "kinds": ""}
