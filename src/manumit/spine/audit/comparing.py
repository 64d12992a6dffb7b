"""Whether the database still holds what the leaves outside say: entry by entry, in the order of the tree."""

from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import sha256
from itertools import chain
from typing import Any

from psycopg import Connection

from . import leaf
from .evidence import Finding
from .merkle import split
from .outside import LeafFile

ENTRIES = f"SELECT {leaf.LINE} FROM audit_entry ORDER BY id"  # noqa: S608
LEAVES = "SELECT position, entry_id, encode(hash, 'hex') FROM audit_leaf ORDER BY position"
SNAPSHOT = "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY"


@dataclass
class Comparison:
    """How far database and leaves agree: entries sealed, leaves the files lack yet, entries not sealed yet."""

    sealed: int = 0
    unwritten: int = 0
    unsealed: int = 0
    finding: Finding | None = None


@dataclass(frozen=True)
class Place:
    """What stands at one position: the entry's line, the leaf's row, and the leaf outside; each None where missing."""

    position: int
    line: bytes | None
    row: bytes | None
    outside: bytes | None


def compare(entries: Connection[Any], leaves: Connection[Any], file: LeafFile, count: int) -> Comparison:
    """Compare every entry and leaf of one snapshot with the first `count` leaves of the file.

    Two idle connections are needed, since both tables are streamed side by side.
    """
    drawn = _share_snapshot(entries, leaves)
    with entries.cursor() as some, leaves.cursor() as others:
        lines, rows = leaf.copied(some, ENTRIES), leaf.copied(others, LEAVES)
        outside = chain.from_iterable(map(split, file.blocks(0, count)))
        return _walk(lines, rows, outside, drawn)


def _share_snapshot(entries: Connection[Any], leaves: Connection[Any]) -> int:
    entries.execute(SNAPSHOT)
    (snapshot,) = entries.execute("SELECT pg_export_snapshot()").fetchone() or ("",)
    leaves.execute(SNAPSHOT)
    leaves.execute(f"SET TRANSACTION SNAPSHOT '{snapshot}'")
    (drawn,) = entries.execute("SELECT CASE WHEN is_called THEN last_value ELSE 0 END FROM audit_entry_id_seq").fetchone() or (0,)
    return int(drawn)


def _walk(lines: Iterator[bytes], rows: Iterator[bytes], outside: Iterator[bytes], drawn: int) -> Comparison:
    found = Comparison()
    for position, row in enumerate(rows):
        line, kept = next(lines, None), next(outside, None)
        if line is None or not _agree(position, line, row, kept):
            found.finding = explain(Place(position, line, row, kept))
            return found
        found.sealed += 1
        found.unwritten += kept is None
    found.finding = _rest(found, lines, outside, drawn)
    return found


def _agree(position: int, line: bytes, row: bytes, kept: bytes | None) -> bool:
    digest = sha256(b"\x00" + line).digest()
    expected = b"%d\t%b\t%b" % (position, line.split(b"\t", 3)[2], digest.hex().encode())
    return row == expected and (kept is None or kept == digest)


def _rest(found: Comparison, lines: Iterator[bytes], outside: Iterator[bytes], drawn: int) -> Finding | None:
    kept, line = next(outside, None), next(lines, None)
    if kept is not None:
        return explain(Place(found.sealed, line, None, kept))
    while line is not None:
        if leaf.entry_id(line) > drawn:
            return Finding("entry", "has an id that was never drawn", None, leaf.entry_id(line))
        found.unsealed += 1
        line = next(lines, None)
    return None


def explain(place: Place) -> Finding:
    """Return what is wrong at the first place where entry, leaf and outside leaf do not agree."""
    entry_id = leaf.entry_id(place.line) if place.line is not None else None
    digest = leaf.hash_of(place.line) if place.line is not None else None
    if place.row is None:
        return _missing_leaf(place, entry_id, digest)
    position, named_id, row_hash = _row(place.row)
    if position != place.position:
        return _missing_leaf(place, entry_id, digest)
    if digest is not None and digest in (place.outside, row_hash) and entry_id != named_id:
        return Finding("leaf", f"names entry {named_id} instead", place.position, entry_id)
    if entry_id is None or named_id < entry_id:
        return Finding("entry", "was deleted: its leaf is there, it is not", place.position, named_id)
    if named_id > entry_id:
        return Finding("entry", "was inserted: it stands before sealed entries and was never sealed", place.position, entry_id)
    return Finding(*_differing(digest, row_hash, place.outside), place.position, entry_id)


def _missing_leaf(place: Place, entry_id: int | None, digest: bytes | None) -> Finding:
    if digest is not None and digest == place.outside:
        return Finding("leaf", "was deleted: the leaf outside is there, and its entry", place.position, entry_id)
    return Finding("leaf", "was deleted with its entry: only the leaf outside is there", place.position, None)


def _differing(digest: bytes | None, row_hash: bytes, outside: bytes | None) -> tuple[str, str]:
    if digest == outside:
        return "leaf", "is not the hash of its entry; the leaf outside is"
    if digest == row_hash:
        return "outside leaves", "differ from the database, whose entry and leaf agree: one of the two was rewritten"
    return "entry", "was changed: it no longer gives its leaf"


def _row(row: bytes) -> tuple[int, int, bytes]:
    position, entry_id, digest = row.split(b"\t")
    return int(position), int(entry_id), bytes.fromhex(digest.decode())
