"""What every world is: a folder of Parquet files and a word on what they hold."""

import json
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from benchmarks.linkage import table
from benchmarks.linkage.table import Columns, Row


@dataclass(frozen=True)
class World:
    """A made or given world.

    `profile` names how the library compares its records. `catalogue.parquet` holds the records asked of, with `id`;
    `queries.parquet` the questions, with `truth` (the ids that are right, apart by spaces) and `kinds` (what makes each
    hard, apart by `|`); `records.parquet`, where there is one, records to deduplicate, with `id` and `cluster`; or,
    where two kinds of record are linked, `left.parquet` and `right.parquet` to learn from, without truth. Every file
    has a column `noise`, which says nothing: one of eight letters at random.
    """

    name: str
    profile: str
    records: int
    seed: int
    fields: tuple[str, ...]
    top: int = 10
    leave_one_out: bool = False

    def write(
        self,
        place: Path,
        catalogue: Columns,
        queries: list[Row],
        records: Columns | None = None,
        learning: tuple[Columns, Columns] | None = None,
    ) -> None:
        """Write the world's files into `place`; `learning` are records of two kinds to learn from."""
        place.mkdir(parents=True, exist_ok=True)
        files = {"catalogue": numbered(catalogue), "queries": table.columns_of(queries)}
        files |= {"records": numbered(records)} if records is not None else {}
        files |= {name: numbered(part) for name, part in zip(("left", "right"), learning or (), strict=False)}
        for salt, (name, columns) in enumerate(files.items()):
            table.write(place / f"{name}.parquet", {**columns, "noise": _noise(columns, self.seed + salt)})
        (place / "world.json").write_text(json.dumps(asdict(self)))

    @classmethod
    def read(cls, place: Path) -> "World":
        """Read what a world is from its folder."""
        facts: dict[str, Any] = json.loads((place / "world.json").read_text())
        return cls(**{**facts, "fields": tuple(facts["fields"])})


def _noise(columns: Columns, seed: int) -> NDArray[Any]:
    letters = np.array(list("ABCDEFGH"), dtype=object)
    return letters[np.random.default_rng(seed).integers(0, len(letters), len(next(iter(columns.values()))))]


def numbered(columns: Columns) -> Columns:
    """Put ids from 0 before columns that have none."""
    return columns if "id" in columns else {"id": np.arange(len(next(iter(columns.values())))), **columns}


def row_at(columns: Columns, place: int) -> Row:
    """Return one row of columns, with plain Python values."""
    return {name: _plain(values[place]) for name, values in columns.items()}


def _plain(value: Any) -> Any:
    return value.item() if isinstance(value, np.generic) else value


def shuffled(columns: Columns, order: NDArray[Any]) -> Columns:
    """Return the rows of columns in another order."""
    return {name: values[order] for name, values in columns.items()}
