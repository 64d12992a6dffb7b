"""Giving decided entries their places in the tree."""

from dataclasses import dataclass
from typing import Any

from psycopg import Connection, errors

from . import leaf
from .evidence import Finding, Tampered

BATCH = 5_000
PLACE = "COPY audit_leaf (position, entry_id, hash) FROM STDIN"


@dataclass(frozen=True)
class Batch:
    """Leaves just placed: their hashes in order as one buffer, and the last entry's id."""

    hashes: bytes
    last_id: int
    full: bool


def seal(connection: Connection[Any], position: int, after: int, through: int) -> Batch:
    """Place the entries with after < id <= through, a batch at most, from `position` on, in one transaction.

    Raises Tampered if a place is taken: only one sequencer runs, so somebody else wrote there.
    """
    try:
        with connection.transaction():
            lines = leaf.lines_between(connection, after, through, BATCH)
            placed = [(leaf.entry_id(line), leaf.hash_of(line)) for line in lines]
            _place(connection, position, placed)
    except errors.UniqueViolation as error:
        raise Tampered(Finding("leaf", f"a leaf stands where the next one belongs: {error}", position)) from error
    last_id = placed[-1][0] if placed else through
    return Batch(b"".join(digest for _, digest in placed), last_id, len(placed) == BATCH)


def _place(connection: Connection[Any], position: int, placed: list[tuple[int, bytes]]) -> None:
    rows = (f"{at}\t{entry_id}\t\\\\x{digest.hex()}\n" for at, (entry_id, digest) in enumerate(placed, position))
    with connection.cursor() as cursor, cursor.copy(PLACE) as copy:
        copy.write("".join(rows))
