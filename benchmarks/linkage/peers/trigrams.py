"""PostgreSQL with pg_trgm: the 100 most alike full names, scored again.

Found in either of the ways that its manual shows: those above a threshold by a GIN index, which is the faster, or the
nearest by a GiST index, which needs no threshold.
"""

import shutil
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import psycopg
from psycopg.rows import dict_row

from benchmarks.linkage import table
from benchmarks.linkage.answers import ask_all
from benchmarks.linkage.table import Row
from benchmarks.linkage.worlds.world import World
from manumit.project.database.launcher import Server

from . import rescoring

TYPES = {"id": "integer", "height": "integer"}


@dataclass(frozen=True, slots=True)
class Way:
    """An index of the names, and the query that it serves."""

    index: str
    ask: str


ALIKE = Way(
    "gin (name gin_trgm_ops)",
    "SELECT *, similarity(name, %(name)s) AS alike FROM catalogue WHERE name %% %(name)s ORDER BY alike DESC LIMIT 100",
)
"""Above pg_trgm's own default of `similarity_threshold`, 0.3."""
NEAREST = Way("gist (name gist_trgm_ops)", "SELECT * FROM catalogue ORDER BY name <-> %(name)s LIMIT 100")


def measure(place: Path, queries: int) -> dict[str, Any]:
    """Ask `queries` queries of the world in `place` one by one; see `ask_all` for the figures."""
    return _measured(ALIKE, place, queries)


def measure_nearest(place: Path, queries: int) -> dict[str, Any]:
    """As `measure`, the nearest names without a threshold."""
    return _measured(NEAREST, place, queries)


def _measured(way: Way, place: Path, queries: int) -> dict[str, Any]:
    world = World.read(place)
    home = Path(tempfile.mkdtemp(prefix="manumit-trigrams-"))
    home.chmod(0o755)
    try:
        with Server(home) as server, psycopg.connect(server.superuser.conninfo, autocommit=True) as connection:
            _fill(connection, way, place)
            return ask_all(Trigrams(connection, way).ask, table.rows(place / "queries.parquet", queries), world.top)
    finally:
        Server(home).throw_away()
        shutil.rmtree(home, ignore_errors=True)


def _fill(connection: psycopg.Connection[Any], way: Way, place: Path) -> None:
    rows = table.stream(place / "catalogue.parquet")
    first = next(rows)
    columns = ", ".join(f"{name} {TYPES.get(name, 'text')}" for name in first)
    connection.execute("CREATE EXTENSION IF NOT EXISTS pg_trgm")
    connection.execute(f"CREATE UNLOGGED TABLE catalogue ({columns}, name text)")
    with connection.cursor().copy("COPY catalogue FROM STDIN") as copy:
        for row in (first, *rows):
            copy.write_row((*row.values(), _name(row)))
    connection.execute(f"CREATE INDEX ON catalogue USING {way.index}")
    connection.execute("VACUUM ANALYZE catalogue")


def _name(row: Row) -> str:
    return f"{row['first'] or ''} {row['last'] or ''}".strip()


class Trigrams:
    """The peer, over a filled table."""

    def __init__(self, connection: psycopg.Connection[Any], way: Way) -> None:
        """Use `connection` for every question, asked in one way."""
        self.cursor, self.way = connection.cursor(row_factory=dict_row), way

    def ask(self, query: Row) -> Sequence[int]:
        """Return the ids of the best ten, the best first."""
        found = self.cursor.execute(self.way.ask, {"name": _name(query)}).fetchall()
        ranked = sorted(found, key=lambda row: -rescoring.score(query, row))
        return [row["id"] for row in ranked[:10]]
