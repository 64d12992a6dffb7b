"""Whether the database still holds what the leaves outside say: entry by entry, in the order of the tree."""

from binascii import b2a_hex
from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import sha256
from itertools import chain, count, islice
from typing import Any

from psycopg import Connection

from . import leaf
from .copying import copied
from .evidence import Finding
from .explaining import Place, explain
from .horizon import last_drawn
from .merkle import split
from .outside import LeafFile

BATCH = 1_000
ENTRIES = f"SELECT {leaf.LINE} FROM audit_entry ORDER BY id"
LEAVES = "SELECT position, entry_id, encode(hash, 'hex') FROM audit_leaf ORDER BY position"
SNAPSHOT = "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY"
Rows = Iterator[bytes]


@dataclass
class Comparison:
    """How far database and leaves agree: entries sealed, leaves the files lack yet, entries not sealed yet."""

    sealed: int = 0
    unwritten: int = 0
    unsealed: int = 0
    finding: Finding | None = None


def compare(entries: Connection[Any], leaves: Connection[Any], file: LeafFile, kept: int) -> Comparison:
    """Compare every entry and leaf of one snapshot with the first `kept` leaves of the file, in bounded memory.

    Two idle connections are needed, since both tables are streamed side by side.
    """
    drawn = _share_snapshot(entries, leaves)
    outside = chain.from_iterable(map(split, file.blocks(0, kept)))
    return walk(copied(entries, ENTRIES), copied(leaves, LEAVES), outside, drawn)


def _share_snapshot(first: Connection[Any], second: Connection[Any]) -> int:
    first.execute(SNAPSHOT)
    (snapshot,) = first.execute("SELECT pg_export_snapshot()").fetchone() or ("",)
    second.execute(SNAPSHOT)
    second.execute(f"SET TRANSACTION SNAPSHOT '{snapshot}'")
    # Read after the snapshot was taken: the sequence is never behind the entries seen.
    return last_drawn(first)


def walk(lines: Rows, rows: Rows, outside: Rows, drawn: int) -> Comparison:
    """Compare entry lines, leaf rows and outside leaves, each in order; `drawn` is the last id drawn."""
    found = Comparison()
    while batch := _Batch.next(found.sealed, lines, rows, outside):
        if not batch.agrees():
            found.finding = batch.first_difference()
            return found
        found.sealed += len(batch.rows)
        found.unwritten += len(batch.rows) - len(batch.outside)
    found.finding = _after_the_leaves(found, lines, outside, drawn)
    return found


def _after_the_leaves(found: Comparison, lines: Rows, outside: Rows, drawn: int) -> Finding | None:
    kept, line = next(outside, None), next(lines, None)
    if kept is not None:
        return explain(Place(found.sealed, line, None, kept))
    while line is not None:
        if leaf.entry_id(line) > drawn:
            return Finding("entry", "has an id that was never drawn", None, leaf.entry_id(line))
        found.unsealed += 1
        line = next(lines, None)
    return None


@dataclass(frozen=True)
class _Batch:
    """Leaves from position `start` on, with what they should match; compared as a whole, as all of it mostly does."""

    start: int
    lines: list[bytes]
    rows: list[bytes]
    outside: list[bytes]

    @classmethod
    def next(cls, start: int, lines: Rows, rows: Rows, outside: Rows) -> "_Batch | None":
        taken = list(islice(rows, BATCH))
        if not taken:
            return None
        return cls(start, list(islice(lines, len(taken))), taken, list(islice(outside, len(taken))))

    def agrees(self) -> bool:
        digests = [sha256(b"\x00" + line).digest() for line in self.lines]
        ids = [line.split(b"\t", 3)[2] for line in self.lines]
        places = zip(count(self.start), ids, digests, strict=False)
        rows = [b"%d\t%b\t%b" % (position, own, b2a_hex(digest)) for position, own, digest in places]
        return self.rows == rows and self.outside == digests[: len(self.outside)]

    def first_difference(self) -> Finding:
        return next(explain(place) for place in self._places() if not place.agrees())

    def _places(self) -> Iterator[Place]:
        for offset, row in enumerate(self.rows):
            line, kept = (next(iter(each[offset : offset + 1]), None) for each in (self.lines, self.outside))
            yield Place(self.start + offset, line, row, kept)
