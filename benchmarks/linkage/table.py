"""A table of the benchmark: named columns, kept as Parquet, so that each measured process reads its own."""

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import duckdb
import numpy as np
from numpy.typing import NDArray

Columns = dict[str, NDArray[Any]]
Row = dict[str, Any]
SLICE = 50_000


def write(path: Path, columns: Mapping[str, NDArray[Any]]) -> None:
    """Write columns of one length (missing values are None) as a Parquet file."""
    with duckdb.connect() as database:
        database.register("given", {name: _with_gaps(values) for name, values in columns.items()})
        database.execute(f"COPY given TO '{path}' (FORMAT parquet)")


def _with_gaps(values: NDArray[Any]) -> NDArray[Any]:
    """Return fractions, and columns without any value, with NaN for what is missing: DuckDB reads it as NULL."""
    if values.dtype != object:
        return values
    first = next((value for value in values if value is not None), None)
    return values.astype(np.float64) if first is None or isinstance(first, float) else values


def columns_of(rows: Sequence[Row]) -> Columns:
    """Turn rows with the same keys into columns."""
    return {name: typed([row[name] for row in rows]) for name in rows[0]}


def typed(values: Sequence[Any]) -> NDArray[Any]:
    """Return whole numbers without gaps as integers, and everything else as objects with None where missing."""
    whole = all(isinstance(value, int) for value in values)
    column = np.empty(len(values), dtype=np.int64 if whole else object)
    column[:] = values
    return column


def rows(path: Path, limit: int | None = None) -> list[Row]:
    """Read the rows of a file, the first `limit` or all."""
    return list(stream(path, limit))


def stream(path: Path, limit: int | None = None) -> Iterator[Row]:
    """Read the rows of a file one after the other, in bounded memory."""
    with duckdb.connect() as database:
        found = database.execute(f"SELECT * FROM '{path}'" + (f" LIMIT {limit}" if limit is not None else ""))
        names = [column[0] for column in found.description or ()]
        while part := found.fetchmany(SLICE):
            yield from (dict(zip(names, values, strict=True)) for values in part)


def count(path: Path) -> int:
    """Return how many rows a file has."""
    with duckdb.connect() as database:
        found = database.execute(f"SELECT count(*) FROM '{path}'").fetchone()
    return int(found[0]) if found else 0
