"""The engine: where the relations of a batch live. One class a database; everything else speaks to `Engine` only."""

from __future__ import annotations

import fcntl
import os
import shutil
import tempfile
import time
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Protocol

import numpy as np
from numpy.typing import NDArray

Arrays = dict[str, NDArray[Any]]
"""Columns of one length, by name."""

MEMORY_MB = 900
"""What DuckDB may use before it spills to disk; arrays, dictionaries and Python itself come on top."""


FOLDER, LOCK = "manumit-batch-", "in-use"
YOUNG = 60.0
"""Seconds: a folder without a lock that is no older may be another process's, just being made."""


def sweep() -> None:
    """Remove the folders of engines whose process was killed: they may hold what was spilled of people's records."""
    for folder in Path(tempfile.gettempdir()).glob(f"{FOLDER}*"):
        if folder.stat().st_uid == os.getuid() and not _in_use(folder):
            shutil.rmtree(folder, ignore_errors=True)


def _in_use(folder: Path) -> bool:
    """Say whether a living process holds the folder's lock."""
    try:
        with (folder / LOCK).open("rb") as lock:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except FileNotFoundError:
        return folder.exists() and time.time() - folder.stat().st_mtime < YOUNG
    except OSError:
        return True
    return False


class Engine(Protocol):
    """What a batch asks of a database: plain SQL, tables from arrays and arrays from queries.

    The SQL is kept to joins, grouping and whole-number arithmetic that DuckDB and Spark both speak.
    """

    def run(self, sql: str) -> None:
        """Run a statement that returns nothing."""

    def arrays(self, sql: str) -> Arrays:
        """Return the columns of a query whose values are never null."""

    def rows(self, sql: str) -> list[tuple[Any, ...]]:
        """Return the rows of a query, None where a value is null."""

    def table(self, name: str, columns: Mapping[str, NDArray[Any]]) -> None:
        """Make a table of columns, in the place of one of that name."""

    def append(self, name: str, columns: Mapping[str, NDArray[Any]]) -> None:
        """Add rows to a table, which is made where there is none."""

    def quoted(self, name: str) -> str:
        """Return a relation's or column's name, whatever it is called, as it stands in a statement."""

    def hashed(self, *parts: str) -> str:
        """Return the expression of a 64-bit hash of expressions."""

    def chosen(self, value: str, by: str) -> str:
        """Return the expression of the `value` of the row of a group that has the largest `by`."""

    def close(self) -> None:
        """Let go of everything."""


class DuckDB:
    """The engine of one machine: DuckDB in memory, spilling to a folder that goes when the engine does."""

    def __init__(self, threads: int = 2, memory_mb: int = MEMORY_MB) -> None:
        """Open a database. `threads` is how many cores it uses, `memory_mb` where it begins to spill."""
        import duckdb

        sweep()
        self._folder = tempfile.TemporaryDirectory(prefix=FOLDER)
        self._lock = (Path(self._folder.name) / LOCK).open("wb")
        fcntl.flock(self._lock, fcntl.LOCK_EX)
        self.connection = duckdb.connect(
            config={"threads": threads, "memory_limit": f"{memory_mb}MB", "temp_directory": self._folder.name}
        )
        self.connection.execute("SET preserve_insertion_order = false")

    def run(self, sql: str) -> None:
        """Run a statement that returns nothing."""
        self.connection.execute(sql)

    def arrays(self, sql: str) -> Arrays:
        """Return the columns of a query whose values are never null."""
        found = self.connection.execute(sql).fetchnumpy()
        return {name: np.ma.getdata(column) for name, column in found.items()}

    def rows(self, sql: str) -> list[tuple[Any, ...]]:
        """Return the rows of a query, None where a value is null."""
        return self.connection.execute(sql).fetchall()

    def table(self, name: str, columns: Mapping[str, NDArray[Any]]) -> None:
        """Make a table of columns, in the place of one of that name."""
        self._given("CREATE OR REPLACE TABLE {name} AS SELECT * FROM given", name, columns)

    def append(self, name: str, columns: Mapping[str, NDArray[Any]]) -> None:
        """Add rows to a table, which is made where there is none."""
        self._given("CREATE TABLE IF NOT EXISTS {name} AS SELECT * FROM given LIMIT 0", name, columns)
        self._given("INSERT INTO {name} BY NAME SELECT * FROM given", name, columns)

    def read(self, name: str, parquet: Path) -> None:
        """Make a table of a Parquet file."""
        self.connection.read_parquet(str(parquet)).create(name)

    def quoted(self, name: str) -> str:
        """Return a relation's or column's name, whatever it is called, as it stands in a statement."""
        return '"' + name.replace('"', '""') + '"'

    def hashed(self, *parts: str) -> str:
        """Return the expression of a 64-bit hash of expressions."""
        return f"hash({', '.join(parts)})"

    def chosen(self, value: str, by: str) -> str:
        """Return the expression of the `value` of the row of a group that has the largest `by`."""
        return f"arg_max({value}, {by})"

    def close(self) -> None:
        """Let go of everything."""
        self.connection.close()
        self._lock.close()
        self._folder.cleanup()

    def _given(self, sql: str, name: str, columns: Mapping[str, NDArray[Any]]) -> None:
        self.connection.register("given", dict(columns))
        self.connection.execute(sql.format(name=name))
        self.connection.unregister("given")
