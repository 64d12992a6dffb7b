"""Whether the files outside the database are whole: every checkpoint is signed, and is the root of the leaves kept."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from . import keys
from .checkpoint import Checkpoint
from .evidence import Finding, Tampered
from .merkle import Frontier
from .note import Verifier
from .outside import Outside
from .trust import Trust


@dataclass(frozen=True)
class Chain:
    """What the files hold, and the first thing wrong with them, if anything is."""

    leaves: int
    checkpoints: int
    signed: int
    finding: Finding | None


def check(outside: Outside, leaves: int, witnessed: Sequence[str] = (), key: Verifier | None = None) -> Chain:
    """Check the first `leaves` of the files, in bounded memory.

    `witnessed` are notes somebody kept elsewhere: each must agree with the files. `key`, if given, is the key the
    newest checkpoint must be signed with.
    """
    walk = _Walk(outside, leaves)
    finding = None
    try:
        walk.follow(witnessed, key)
    except Tampered as tampered:
        finding = tampered.finding
    return Chain(leaves, walk.checkpoints, walk.frontier.size, finding)


class _Walk:
    def __init__(self, outside: Outside, leaves: int) -> None:
        self.outside, self.leaves = outside, leaves
        self.frontier, self.checkpoints = Frontier(), 0

    def follow(self, witnessed: Sequence[str], key: Verifier | None) -> None:
        trust = Trust(keys.published(self.outside.directory))
        others = sorted(self._others(witnessed), key=lambda each: each.size)
        for checkpoint in self._signed(trust):
            while others and others[0].size <= checkpoint.size:
                self._reach(others.pop(0))
            self._reach(checkpoint)
            self.checkpoints += 1
        self._refuse_beyond(others)
        if key and trust.current != key:
            raise Tampered(Finding("key", f"the newest checkpoint is signed by {trust.current}, not by {key}"))

    def _refuse_beyond(self, others: Sequence[Checkpoint]) -> None:
        # A checkpoint is appended before anybody else gets to see it.
        for other in others:
            ended = self.frontier.size
            self._reach(other)
            what = f"cut: they end at {ended} leaves, but {other.size} were signed"
            raise Tampered(Finding("checkpoint", what, ended))

    def _signed(self, trust: Trust) -> Iterator[Checkpoint]:
        return (trust.open(note) for note in self.outside.checkpoints.notes())

    def _others(self, witnessed: Sequence[str]) -> Iterator[Checkpoint]:
        latest = self.outside.latest_note()
        for note in witnessed if latest is None else [latest, *witnessed]:
            yield _signed_by_any(note, keys.published(self.outside.directory))

    def _reach(self, checkpoint: Checkpoint) -> None:
        start, stop = self.frontier.size, checkpoint.size
        if stop < start:
            raise Tampered(Finding("checkpoint", f"shrinks from {start} leaves to {stop}", stop))
        if stop > self.leaves:
            raise Tampered(Finding("outside leaves", f"cut to {self.leaves}, but {stop} were signed", self.leaves))
        for block in self.outside.leaves.blocks(start, stop):
            self.frontier.extend(block)
        if self.frontier.root() != checkpoint.root:
            what = f"leaves {start} to {stop - 1} do not give the root signed at {stop}"
            raise Tampered(Finding("outside leaves", what, start))


def _signed_by_any(note: str, published: Sequence[Verifier]) -> Checkpoint:
    for verifier in reversed(published):
        try:
            return Trust([verifier]).open(note)
        except Tampered as tampered:
            refused = tampered
    raise refused if published else Tampered(Finding("key", "no public key stands beside the checkpoints"))
