"""The Merkle tree of RFC 9162 (and RFC 6962) over leaf hashes: roots, proofs, and their verification.

A sequence of leaf hashes is one buffer of 32 bytes a leaf, the layout of the outside file `leaves`.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from hashlib import sha256

WIDTH = 32
BLOCK = 1024
EMPTY_ROOT = sha256(b"").digest()
Hashes = bytes | memoryview


class BadProof(ValueError):
    """A proof does not show what it is said to show."""


def leaf_hash(content: bytes) -> bytes:
    """Return SHA-256(0x00 || content), RFC 9162 section 2.1.1."""
    return sha256(b"\x00" + content).digest()


def node_hash(left: bytes, right: bytes) -> bytes:
    """Return SHA-256(0x01 || left || right), RFC 9162 section 2.1.1."""
    return sha256(b"\x01" + left + right).digest()


@dataclass
class Frontier:
    """The roots of the full subtrees of a growing tree, largest first: all that appending and the root need."""

    size: int = 0
    peaks: list[bytes] = field(default_factory=list)

    def append(self, leaf: bytes) -> None:
        """Add one leaf hash."""
        self._push(leaf, 1)

    def extend(self, hashes: Hashes) -> None:
        """Add the leaf hashes of a buffer; full aligned blocks are hashed level by level, three times as fast."""
        start, count = 0, len(hashes) // WIDTH
        while start < count:
            step = BLOCK if self.size % BLOCK == 0 and count - start >= BLOCK else 1
            self._push(_full_root(bytes(hashes[start * WIDTH : (start + step) * WIDTH])), step)
            start += step

    def _push(self, node: bytes, leaves: int) -> None:
        """Add the root of a full subtree of `leaves` leaves, a power of two that divides the size."""
        carry = self.size // leaves
        while carry & 1:
            node = sha256(b"\x01" + self.peaks.pop() + node).digest()
            carry >>= 1
        self.peaks.append(node)
        self.size += leaves

    def root(self) -> bytes:
        """Return the root of the tree as it stands, RFC 9162's MTH."""
        if not self.peaks:
            return EMPTY_ROOT
        node = self.peaks[-1]
        for peak in reversed(self.peaks[:-1]):
            node = node_hash(peak, node)
        return node


def split(hashes: Hashes) -> Iterator[bytes]:
    """Yield the leaf hashes of a buffer."""
    return (bytes(hashes[start : start + WIDTH]) for start in range(0, len(hashes), WIDTH))


def root(hashes: Hashes) -> bytes:
    """Return the root over all leaves of the buffer."""
    frontier = Frontier()
    frontier.extend(hashes)
    return frontier.root()


def inclusion_proof(hashes: Hashes, index: int) -> list[bytes]:
    """Return the path that proves leaf `index` (from 0) is in the tree over `hashes`, RFC 9162 section 2.1.3.1.

    Raises IndexError for a leaf outside the tree.
    """
    size = len(hashes) // WIDTH
    if not 0 <= index < size:
        raise IndexError(f"leaf {index} is outside a tree of {size}")
    path, start, stop = [], 0, size
    while stop - start > 1:
        middle = start + _split_point(stop - start)
        near, far = ((start, middle), (middle, stop)) if index < middle else ((middle, stop), (start, middle))
        path.append(_root_between(hashes, *far))
        start, stop = near
    return path[::-1]


def consistency_proof(hashes: Hashes, earlier: int) -> list[bytes]:
    """Return the path that proves the first `earlier` leaves are a prefix of the tree, RFC 9162 section 2.1.4.1.

    Raises IndexError unless 0 < earlier <= size.
    """
    size = len(hashes) // WIDTH
    if not 0 < earlier <= size:
        raise IndexError(f"no tree of {earlier} precedes a tree of {size}")
    path, start, stop, whole = [], 0, size, True
    while earlier != stop:
        middle = start + _split_point(stop - start)
        if earlier <= middle:
            path.append(_root_between(hashes, middle, stop))
            stop = middle
        else:
            path.append(_root_between(hashes, start, middle))
            start, whole = middle, False
    return ([] if whole else [_root_between(hashes, start, stop)]) + path[::-1]


def verify_inclusion(leaf: bytes, index: int, size: int, path: Sequence[bytes], root: bytes) -> None:
    """Check an inclusion proof as RFC 9162 section 2.1.3.2 says; raises BadProof."""
    if not 0 <= index < size:
        raise BadProof(f"leaf {index} is outside a tree of {size}")
    position, last, node = index, size - 1, leaf
    for sibling in path:
        if last == 0:
            raise BadProof("the inclusion path is too long")
        if position & 1 or position == last:
            node = node_hash(sibling, node)
            position, last = _skip_right_edge(position, last)
        else:
            node = node_hash(node, sibling)
        position, last = position >> 1, last >> 1
    if last or node != root:
        raise BadProof("the inclusion path does not lead to the root")


def verify_consistency(earlier: int, size: int, path: Sequence[bytes], earlier_root: bytes, root: bytes) -> None:
    """Check a consistency proof as RFC 9162 section 2.1.4.2 says; raises BadProof."""
    if not 0 < earlier <= size:
        raise BadProof(f"no tree of {earlier} precedes a tree of {size}")
    if earlier == size:
        _require(not path and earlier_root == root, "one size, two roots")
        return
    steps = [earlier_root, *path] if earlier & (earlier - 1) == 0 else list(path)
    _require(bool(steps), "the consistency path is empty")
    before, after = _fold_consistency(earlier - 1, size - 1, steps)
    _require(before == earlier_root and after == root, "the consistency path does not lead to both roots")


def _fold_consistency(position: int, last: int, steps: Sequence[bytes]) -> tuple[bytes, bytes]:
    while position & 1:
        position, last = position >> 1, last >> 1
    before = after = steps[0]
    for node in steps[1:]:
        _require(last != 0, "the consistency path is too long")
        if position & 1 or position == last:
            before, after = node_hash(node, before), node_hash(node, after)
            position, last = _skip_right_edge(position, last)
        else:
            after = node_hash(after, node)
        position, last = position >> 1, last >> 1
    _require(last == 0, "the consistency path is too short")
    return before, after


def _skip_right_edge(position: int, last: int) -> tuple[int, int]:
    # On the right edge a node without sibling rises unchanged until it is a right child.
    while not position & 1 and position:
        position, last = position >> 1, last >> 1
    return position, last


def _full_root(level: bytes) -> bytes:
    while len(level) > WIDTH:
        pairs = range(0, len(level), 2 * WIDTH)
        level = b"".join([sha256(b"\x01" + level[pair : pair + 2 * WIDTH]).digest() for pair in pairs])
    return level


def _split_point(size: int) -> int:
    return 1 << (size - 1).bit_length() - 1


def _root_between(hashes: Hashes, start: int, stop: int) -> bytes:
    return root(hashes[start * WIDTH : stop * WIDTH])


def _require(holds: bool, complaint: str) -> None:
    if not holds:
        raise BadProof(complaint)
