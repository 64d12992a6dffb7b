"""How common words are, as the database's own statistics say: it decides how to look, never what is found."""

import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from django.db import connection

KEPT_SECONDS = 300.0
RARE = 0.0005
"""The share of records supposed to hold a word that is not among the common ones."""
ASK = """
SELECT word, sum(share) FROM (
    SELECT unnest(most_common_elems::text::text[]) AS word, unnest(most_common_elem_freqs) AS share
    FROM pg_stats WHERE schemaname = current_schema() AND tablename = %s AND most_common_elems IS NOT NULL
) common WHERE word IS NOT NULL GROUP BY word
"""
_kept: "dict[str, tuple[float, Frequencies]]" = {}


@dataclass(frozen=True)
class Frequencies:
    """`rows` of a table, and the share of them that hold each common word in any group."""

    rows: float
    shares: Mapping[str, float] = field(default_factory=dict)

    def share(self, lexemes: Sequence[str]) -> float:
        """Return the share of rows that hold one of `lexemes`, at most 1."""
        return min(1.0, max((self.shares.get(lexeme, RARE) for lexeme in lexemes), default=RARE))


def of(table: str) -> Frequencies:
    """Return what the statistics say of the documents in `table`, as they were at most five minutes ago."""
    read_at, known = _kept.get(table, (float("-inf"), Frequencies(0)))
    if time.monotonic() - read_at > KEPT_SECONDS:
        known = _read(table)
        _kept[table] = (time.monotonic(), known)
    return known


def forget() -> None:
    """Forget everything; for tests, and after loading a great many records."""
    _kept.clear()


def _read(table: str) -> Frequencies:
    with connection.cursor() as cursor:
        cursor.execute("SELECT reltuples FROM pg_class WHERE oid = to_regclass(%s)", [table])
        (rows,) = cursor.fetchone() or (0,)
        cursor.execute(ASK, [table])
        return Frequencies(max(rows, 0), {word: float(share) for word, share in cursor.fetchall()})
