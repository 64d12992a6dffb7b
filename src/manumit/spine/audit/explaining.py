"""What is wrong at the first place where entry, leaf and outside leaf do not agree.

The leaf outside is the arbiter: signed checkpoints vouch for it, and `chain` checks that they do.
"""

from dataclasses import dataclass

from . import leaf
from .evidence import Finding


@dataclass(frozen=True)
class Place:
    """What stands at one position: the entry's line, the leaf's row, and the leaf outside; each None where missing.

    `row` is position, entry id and hash in hexadecimal, separated by tabs.
    """

    position: int
    line: bytes | None
    row: bytes | None
    outside: bytes | None

    def agrees(self) -> bool:
        """Say whether all three agree; a leaf that is not in the file yet is no disagreement."""
        if self.line is None or self.row is None:
            return False
        digest = leaf.hash_of(self.line)
        row = f"{self.position}\t{leaf.entry_id(self.line)}\t{digest.hex()}"
        return self.row == row.encode() and self.outside in (None, digest)


def explain(place: Place) -> Finding:
    """Return the finding that names what differs at a place that does not agree."""
    position, named, row_hash = _row(place.row)
    if position != place.position:
        return _missing_leaf(place)
    if place.line is None:
        return _deleted_entry(place.position, named)
    entry_id, digest = leaf.entry_id(place.line), leaf.hash_of(place.line)
    if entry_id == named:
        return Finding(*_differing(digest, row_hash, place.outside), place.position, entry_id)
    if digest == place.outside:
        return Finding("leaf", f"names entry {named} instead", place.position, entry_id)
    if named < entry_id:
        return _deleted_entry(place.position, named)
    what = "was inserted: it stands before sealed entries and was never sealed"
    return Finding("entry", what, place.position, entry_id)


def _deleted_entry(position: int, entry_id: int) -> Finding:
    return Finding("entry", "was deleted: its leaf is there, it is not", position, entry_id)


def _missing_leaf(place: Place) -> Finding:
    if place.line is not None and leaf.hash_of(place.line) == place.outside:
        what = "was deleted: the leaf outside is there, and its entry"
        return Finding("leaf", what, place.position, leaf.entry_id(place.line))
    return Finding("leaf", "was deleted with its entry: only the leaf outside is there", place.position)


def _differing(digest: bytes, row_hash: bytes, outside: bytes | None) -> tuple[str, str]:
    if digest == outside:
        return "leaf", "is not the hash of its entry; the leaf outside is"
    if digest == row_hash:
        return "outside leaves", "differ from the database, whose entry and leaf agree: one of the two was rewritten"
    return "entry", "was changed: it no longer gives its leaf"


def _row(row: bytes | None) -> tuple[int, int, bytes]:
    if row is None:
        return -1, 0, b""
    position, entry_id, digest = row.split(b"\t")
    return int(position), int(entry_id), bytes.fromhex(digest.decode())
