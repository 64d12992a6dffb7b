"""The line of an entry that is hashed into its leaf.

Fields in the order of `FIELDS`, separated by tabs, without a line end, UTF-8. The first is the format's number, 1.
Numbers are decimal; `at` is UTC to the microsecond, as 2026-01-31T23:59:59.000001Z; no value is `\\N`.
In a value, backslash, tab, line feed, carriage return, backspace, form feed and vertical tab are written
`\\\\ \\t \\n \\r \\b \\f \\v`.
That is PostgreSQL's COPY text format, so the database writes the lines and nothing has to be parsed to verify them.
The leaf is SHA-256(0x00 || line).
"""

from collections.abc import Iterator
from typing import Any

from psycopg import Connection

from .copying import copied
from .merkle import leaf_hash

FIELDS = (
    "1",
    "txid",
    "id",
    """to_char(at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')""",
    "person_id",
    "agency_id",
    "purpose",
    "verb",
    "kind",
    "record_id",
    "group_name",
    "detail",
)
LINE = ", ".join(FIELDS)
BETWEEN = f"SELECT {LINE} FROM audit_entry WHERE id > {{:d}} AND id <= {{:d}} ORDER BY id LIMIT {{:d}}"
ID_FIELD = 2


def lines_between(connection: Connection[Any], after: int, through: int, limit: int) -> Iterator[bytes]:
    """Yield, in id order, the lines of at most `limit` entries with after < id <= through."""
    return copied(connection, BETWEEN.format(after, through, limit))


def entry_id(line: bytes) -> int:
    """Return the id of the entry a line is of."""
    return int(line.split(b"\t", ID_FIELD + 1)[ID_FIELD])


def hash_of(line: bytes) -> bytes:
    """Return the leaf hash of a line."""
    return leaf_hash(line)
