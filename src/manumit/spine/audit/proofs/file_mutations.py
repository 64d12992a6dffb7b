"""What an intruder can do to the files outside: a function a kind, each telling where it should be found."""

import random
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from ..merkle import WIDTH
from .mutations import Expected
from .scene import Scene

FileMutation = Callable[[Scene, random.Random], Expected]


def flip_outside_leaf(scene: Scene, chance: random.Random) -> Expected:
    """Change one bit of one leaf outside."""
    path, offset = scene.outside.leaves.path, chance.randrange(scene.outside.leaves.length())
    _flip(path, offset, chance)
    return Expected(offset // WIDTH, scene.entries[offset // WIDTH]["id"])


def exchange_outside_leaves(scene: Scene, chance: random.Random) -> Expected:
    """Exchange two leaves outside."""
    one, two = sorted(chance.sample(range(scene.outside.leaves.count()), 2))
    leaves = scene.outside.leaves
    swapped = [leaves.read(at, at + 1) for at in range(leaves.count())]
    swapped[one], swapped[two] = swapped[two], swapped[one]
    leaves.path.write_bytes(b"".join(swapped))
    return Expected(one, scene.entries[one]["id"])


def cut_outside_leaves(scene: Scene, chance: random.Random) -> Expected:
    """Cut the file of leaves."""
    at = chance.randrange(scene.outside.leaves.count())
    scene.outside.leaves.keep(at)
    return Expected(at)


def flip_checkpoint(scene: Scene, chance: random.Random) -> Expected:
    """Change one bit of the checkpoints."""
    path = scene.outside.checkpoints.path
    _flip(path, chance.randrange(path.stat().st_size), chance)
    return Expected(None)


def cut_checkpoints(scene: Scene, chance: random.Random) -> Expected:
    """Cut the file of checkpoints."""
    path = scene.outside.checkpoints.path
    path.write_bytes(path.read_bytes()[: chance.randrange(path.stat().st_size - 1)])
    return Expected(None)


KINDS: dict[str, FileMutation] = {
    "flip outside leaf": flip_outside_leaf,
    "reorder outside leaves": exchange_outside_leaves,
    "cut outside leaves": cut_outside_leaves,
    "flip checkpoint": flip_checkpoint,
    "cut checkpoints": cut_checkpoints,
}


@contextmanager
def files_restored(scene: Scene) -> Iterator[None]:
    """Put the files back as they were when the block ends."""
    paths = (scene.outside.leaves.path, scene.outside.checkpoints.path)
    before = {path: path.read_bytes() for path in paths}
    try:
        yield
    finally:
        for path, content in before.items():
            path.write_bytes(content)


def _flip(path: Path, offset: int, chance: random.Random) -> None:
    content = bytearray(path.read_bytes())
    content[offset] ^= 1 << chance.randrange(8)
    path.write_bytes(content)
