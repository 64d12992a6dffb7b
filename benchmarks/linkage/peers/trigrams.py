"""PostgreSQL with pg_trgm: the 100 most alike full names by a GIN index, scored again."""

import shutil
import tempfile
from collections.abc import Sequence
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
ALIKE = 0.3
"""pg_trgm's own default of `similarity_threshold`."""
ASK = """SELECT *, similarity(name, %(name)s) AS alike FROM catalogue WHERE name %% %(name)s
ORDER BY alike DESC LIMIT 100"""


def measure(place: Path, queries: int) -> dict[str, Any]:
    """Ask `queries` queries of the world in `place` one by one; see `ask_all` for the figures."""
    world = World.read(place)
    home = Path(tempfile.mkdtemp(prefix="manumit-trigrams-"))
    home.chmod(0o755)
    try:
        with Server(home) as server, psycopg.connect(server.superuser.conninfo, autocommit=True) as connection:
            _fill(connection, place)
            return ask_all(Trigrams(connection).ask, table.rows(place / "queries.parquet", queries), world.top)
    finally:
        Server(home).throw_away()
        shutil.rmtree(home, ignore_errors=True)


def _fill(connection: psycopg.Connection[Any], place: Path) -> None:
    rows = table.stream(place / "catalogue.parquet")
    first = next(rows)
    columns = ", ".join(f"{name} {TYPES.get(name, 'text')}" for name in first)
    connection.execute("CREATE EXTENSION IF NOT EXISTS pg_trgm")
    connection.execute(f"CREATE UNLOGGED TABLE catalogue ({columns}, name text)")
    with connection.cursor().copy("COPY catalogue FROM STDIN") as copy:
        for row in (first, *rows):
            copy.write_row((*row.values(), _name(row)))
    connection.execute("CREATE INDEX ON catalogue USING gin (name gin_trgm_ops)")
    connection.execute("VACUUM ANALYZE catalogue")


def _name(row: Row) -> str:
    return f"{row['first'] or ''} {row['last'] or ''}".strip()


class Trigrams:
    """The peer, over a filled table."""

    def __init__(self, connection: psycopg.Connection[Any]) -> None:
        """Use `connection` for every question."""
        self.cursor = connection.cursor(row_factory=dict_row)

    def ask(self, query: Row) -> Sequence[int]:
        """Return the ids of the best ten, the best first."""
        found = self.cursor.execute(ASK, {"name": _name(query)}).fetchall()
        ranked = sorted(found, key=lambda row: -rescoring.score(query, row))
        return [row["id"] for row in ranked[:10]]
