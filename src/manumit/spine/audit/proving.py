"""Proofs about one entry for somebody who does not trust this install, to check with RFC 9162 and nothing of ours."""

from collections.abc import Sequence
from typing import Any

from psycopg import Connection

from . import keys, leaf, merkle
from .checkpoint import Checkpoint
from .copying import copied
from .evidence import Finding, Tampered
from .note import open_note
from .outside import Outside

POSITION = "SELECT position FROM audit_leaf WHERE entry_id = %s"
LINE = f"SELECT {leaf.LINE} FROM audit_entry WHERE id = {{:d}}"


class NotSealed(LookupError):
    """The entry does not exist, or the newest checkpoint does not cover it yet."""


def proof(connection: Connection[Any], outside: Outside, entry_id: int, since: int | None = None) -> dict[str, Any]:
    """Return the entry's line, its path to the newest checkpoint's root, and that signed checkpoint, as JSON values.

    With `since`, a size, also the proof that the tree of that size is a prefix. Hashes are hexadecimal. Raises
    NotSealed, IndexError if `since` is no earlier size, Tampered if the database no longer gives the leaf outside.
    """
    note = outside.latest_note()
    position = _position(connection, entry_id)
    checkpoint = _checkpoint(note, outside)
    if position is None or checkpoint is None or position >= checkpoint.size:
        raise NotSealed(f"entry {entry_id} is under no checkpoint yet")
    line = next(iter(list(copied(connection, LINE.format(entry_id)))), b"")
    hashes = outside.leaves.read(0, checkpoint.size)
    _refuse_changed(line, hashes, position, entry_id)
    return {
        "entry_id": entry_id,
        "line": line.decode(),
        "leaf_hash": leaf.hash_of(line).hex(),
        "leaf_index": position,
        "tree_size": checkpoint.size,
        "root_hash": checkpoint.root.hex(),
        "inclusion_path": _hex(merkle.inclusion_proof(hashes, position)),
        "consistency": None if since is None else _consistency(hashes, since),
        "checkpoint": note,
        "keys": [str(key) for key in keys.published(outside.directory)],
    }


def _consistency(hashes: bytes, since: int) -> dict[str, Any]:
    path = merkle.consistency_proof(hashes, since)
    earlier = merkle.root(hashes[: since * merkle.WIDTH])
    return {"tree_size": since, "root_hash": earlier.hex(), "path": _hex(path)}


def _position(connection: Connection[Any], entry_id: int) -> int | None:
    row = connection.execute(POSITION, (entry_id,)).fetchone()
    return row[0] if row else None


def _checkpoint(note: str | None, outside: Outside) -> Checkpoint | None:
    return Checkpoint.parse(open_note(note, keys.published(outside.directory))[0]) if note else None


def _refuse_changed(line: bytes, hashes: bytes, position: int, entry_id: int) -> None:
    if leaf.hash_of(line) != hashes[position * merkle.WIDTH : (position + 1) * merkle.WIDTH]:
        raise Tampered(Finding("entry", "no longer gives the leaf outside", position, entry_id))


def _hex(path: Sequence[bytes]) -> list[str]:
    return [node.hex() for node in path]
