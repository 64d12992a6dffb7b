"""Rows that an index finds, and whether that is the shorter way to a page of them: a sample of the rows is asked.

A page of rows that have some words is met along the list where many have them, and found by the words' index where few
do. Statistics of single words say neither how often two stand together nor in whose cases, so a few hundred pages of
the table itself are asked: always the same ones, which therefore lie in memory. It decides the way, not what is found.
"""

from dataclasses import dataclass
from typing import Any

from django.db.backends.base.base import BaseDatabaseWrapper

from .compiler.sql import Sql

NAME = "found_by_words"
PAGES = 250
"""Pages of the table that are asked, of 8 kB: some 1,300 documents of invented cases."""
TRIED, LOOKED_UP, FETCHED, MET = 5, 0.1, 1, 2
"""What a row costs, in units of about 2 µs: tried along the list; found in the index, fetched, and tried after that."""


@dataclass(frozen=True)
class Hits:
    """What an index finds of the rows that `Within.where` lets pass, and of others too: all of the former.

    `found` selects their `id` and `opened_at`. The same condition on a row `d` of `table`, by other means than the
    index, is `test`; `key` is its column that names the record. `pages` of the table are asked for a sample.
    """

    found: Sql
    table: str
    key: str
    test: Sql
    pages: int = PAGES

    def before(self, direction: str | None) -> Sql:
        """Return the `name AS MATERIALIZED (...)` of all hits, in the list's order where a `direction` is given."""
        order = "" if direction is None else f" ORDER BY opened_at{direction}, id{direction}"
        return f"{NAME} AS MATERIALIZED ({self.found[0]}{order})", self.found[1]


@dataclass(frozen=True)
class Sample:
    """Of `rows` asked, a `share` of all: how many the index would find, the asker may see, and both."""

    rows: int
    hits: int
    seen: int
    both: int
    share: float

    def found(self, limit: int, *, ordered: bool) -> float:
        """Return what `limit` rows cost by the index: all hits are fetched for an order, else as many as are tried."""
        hits, part = (self.hits + 0.5) / self.share, self._part(limit)
        return LOOKED_UP * hits + FETCHED * (hits if ordered else hits * part) + MET * hits * part

    def walked(self, limit: int, scopes: int) -> float:
        """Return what `limit` rows cost along the list, which each of the `scopes` walks for itself."""
        return TRIED * (self.seen + 0.5) / self.share * min(1.0, self._part(limit) * scopes)

    def _part(self, limit: int) -> float:
        return min(1.0, limit * self.share / (self.both + 0.5))


def sample(hits: Hits, seen: Sql, table: str, key: str, connection: BaseDatabaseWrapper) -> Sample:
    """Ask some pages of the documents; `seen` is the condition on a row of `table` that the asker may see it."""
    share = f"least(1.0, {hits.pages}.0 / greatest(pg_relation_size('{hits.table}') / 8192, 1))"
    visible = f"coalesce((SELECT {seen[0]} FROM {table} WHERE {key} = d.{hits.key}), FALSE)"
    statement = (
        "SELECT count(*), count(*) FILTER (WHERE hit), count(*) FILTER (WHERE seen),"
        f" count(*) FILTER (WHERE hit AND seen), ({share})::float8 FROM (SELECT coalesce({hits.test[0]}, FALSE) AS hit,"
        f" {visible} AS seen FROM {hits.table} d TABLESAMPLE SYSTEM (100 * {share}) REPEATABLE (1) OFFSET 0) asked"
    )
    values: list[Any] = [*hits.test[1], *seen[1]]
    with connection.cursor() as cursor:
        cursor.execute(statement, values)
        return Sample(*(cursor.fetchone() or (0, 0, 0, 0, 1.0)))
