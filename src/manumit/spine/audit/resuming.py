"""Taking up the log where it was left: what a crash may leave is healed, anything else is refused.

The database commits leaves before the files get them. So the files may lag, their last record may be torn; they are
never ahead. A database behind its files was rolled back, and is refused.
"""

from dataclasses import dataclass
from typing import Any

from psycopg import Connection

from . import leaf
from .checkpoint import Checkpoint
from .copying import copied
from .evidence import Finding, Tampered
from .merkle import WIDTH, Frontier, split
from .note import BadNote, Verifier, open_note
from .outside import Outside

LONGEST_NOTE = 4_096
BATCH = 5_000
LAST_LEAF = "SELECT position + 1, entry_id FROM audit_leaf ORDER BY position DESC LIMIT 1"
LEAVES = "SELECT hash FROM audit_leaf WHERE position >= %s AND position < %s ORDER BY position"
LEAVES_AND_LINES = f"""
SELECT encode(hash, 'hex'), position, {leaf.LINE} FROM audit_leaf JOIN audit_entry ON id = entry_id
WHERE position >= {{:d}} AND position < {{:d}} ORDER BY position
"""


@dataclass
class State:
    """Where sealing goes on: the tree so far, the last sealed entry, the newest checkpoint, and what was healed."""

    frontier: Frontier
    last_id: int
    checkpoint: Checkpoint | None
    healed: list[str]


def resume(connection: Connection[Any], outside: Outside, verifiers: list[Verifier]) -> State:
    """Compare database and files, heal what a crash left, and return where to go on; raises Tampered."""
    healed = _mend_checkpoints(outside)
    checkpoint = last_checkpoint(outside, verifiers)
    size, last_id = connection.execute(LAST_LEAF).fetchone() or (0, 0)
    signed = checkpoint.size if checkpoint else 0
    _refuse_lost_files(outside, checkpoint, size)
    healed += _drop_blank_tail(outside, signed)
    refuse_counts(outside.leaves.count(), size, signed)
    frontier = _signed_tree(outside, checkpoint)
    _compare_tail(connection, outside, max(0, signed - 1))
    healed += _drop_torn_record(connection, outside)
    frontier.extend(outside.leaves.read(frontier.size, outside.leaves.count()))
    healed += _catch_up(connection, outside, frontier, size)
    return State(frontier, last_id, checkpoint, healed)


def last_checkpoint(outside: Outside, verifiers: list[Verifier]) -> Checkpoint | None:
    """Return the newest checkpoint, signed by one of `verifiers`; raises Tampered."""
    note = outside.checkpoints.last()
    if note is None:
        return None
    try:
        text, signed_by = open_note(note, verifiers)
        checkpoint = Checkpoint.parse(text)
    except BadNote as error:
        raise Tampered(Finding("checkpoint", str(error))) from error
    if not signed_by:
        raise Tampered(Finding("key", "the last checkpoint is not signed by this install's key"))
    return checkpoint


def _mend_checkpoints(outside: Outside) -> list[str]:
    torn = outside.checkpoints.torn()
    if torn > LONGEST_NOTE:
        raise Tampered(Finding("checkpoint", f"the last {torn} bytes of checkpoints are no notes"))
    if torn:
        outside.checkpoints.cut(torn)
    return [f"cut a checkpoint torn after {torn} bytes"] if torn else []


def _refuse_lost_files(outside: Outside, checkpoint: Checkpoint | None, size: int) -> None:
    if size and (checkpoint is None or not outside.leaves.path.exists()):
        raise Tampered(Finding("outside leaves", f"the database holds {size} leaves, but their outside files are gone"))


def _drop_blank_tail(outside: Outside, signed: int) -> list[str]:
    # After a power cut a file system may show the length of a write without its bytes. No hash is all zeros.
    count = outside.leaves.count()
    whole = count
    while whole > signed and outside.leaves.read(whole - 1, whole) == bytes(WIDTH):
        whole -= 1
    if whole < count:
        outside.leaves.keep(whole)
    return [f"dropped {count - whole} blank leaves"] if whole < count else []


def refuse_counts(kept: int, size: int, signed: int) -> None:
    """Raise Tampered unless signed <= kept <= size: what was signed, the files keep, and the database holds."""
    if kept < signed:
        raise Tampered(Finding("outside leaves", f"cut to {kept} leaves, but {signed} were signed", kept))
    if kept > size:
        what = f"the database holds {size} leaves, the files outside {kept}: it was rolled back, or leaves were deleted"
        raise Tampered(Finding("leaf", what, size))


def _signed_tree(outside: Outside, checkpoint: Checkpoint | None) -> Frontier:
    frontier = Frontier()
    if checkpoint:
        for block in outside.leaves.blocks(0, checkpoint.size):
            frontier.extend(block)
        if frontier.root() != checkpoint.root:
            raise Tampered(Finding("outside leaves", f"do not give the root signed at {checkpoint.size} leaves"))
    return frontier


def _compare_tail(connection: Connection[Any], outside: Outside, start: int) -> None:
    stop = outside.leaves.count()
    rows = connection.execute(LEAVES, (start, stop))
    pairs = zip(split(outside.leaves.read(start, stop)), rows, strict=True)
    for position, (ours, (theirs,)) in enumerate(pairs, start):
        if ours != theirs:
            raise Tampered(Finding("leaf", "the database and the file outside hold different leaves", position))


def _drop_torn_record(connection: Connection[Any], outside: Outside) -> list[str]:
    torn, count = outside.leaves.torn_tail(), outside.leaves.count()
    if not torn:
        return []
    row = connection.execute(LEAVES, (count, count + 1)).fetchone()
    if torn.strip(b"\x00") and (row is None or not row[0].startswith(torn)):
        raise Tampered(Finding("outside leaves", "end with bytes that begin no leaf of the database", count))
    outside.leaves.keep(count)
    return [f"dropped a leaf torn after {len(torn)} bytes"]


def _catch_up(connection: Connection[Any], outside: Outside, frontier: Frontier, size: int) -> list[str]:
    missing = size - frontier.size
    while frontier.size < size:
        hashes = _proven_leaves(connection, frontier.size, min(frontier.size + BATCH, size))
        outside.leaves.append(hashes)
        frontier.extend(hashes)
    return [f"wrote {missing} leaves the files lacked"] if missing else []


def _proven_leaves(connection: Connection[Any], start: int, stop: int) -> bytes:
    rows = [row.split(b"\t", 2) for row in copied(connection, LEAVES_AND_LINES.format(start, stop))]
    for expected, (digest, position, line) in enumerate(rows, start):
        if int(position) != expected or leaf.hash_of(line).hex().encode() != digest:
            raise Tampered(Finding("leaf", "is not that of its entry", expected, leaf.entry_id(line)))
    if len(rows) != stop - start:
        raise Tampered(Finding("leaf", "has no entry, or is missing", start + len(rows)))
    return b"".join(bytes.fromhex(digest.decode()) for digest, _, _ in rows)
