"""Locks the operating system takes back when their holder dies, however it dies."""

import os
import secrets
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

if sys.platform == "win32":
    import msvcrt

    def _lock(file: IO[bytes], wait: bool) -> None:
        file.seek(0)
        msvcrt.locking(file.fileno(), msvcrt.LK_LOCK if wait else msvcrt.LK_NBLCK, 1)
else:
    import fcntl

    def _lock(file: IO[bytes], wait: bool) -> None:
        fcntl.flock(file, fcntl.LOCK_EX if wait else fcntl.LOCK_EX | fcntl.LOCK_NB)


@contextmanager
def alone(path: Path) -> Iterator[None]:
    """Wait until no other process is inside the same `path`, and stay alone in it."""
    with path.open("ab") as file:
        _lock(file, wait=True)
        yield


class Lease:
    """A sign in a folder that its holder lives. Take, release and count leases only while `alone` in their place."""

    def __init__(self, folder: Path) -> None:
        folder.mkdir(exist_ok=True)
        self.path = folder / f"{os.getpid()}-{secrets.token_hex(4)}"
        self._file = self.path.open("xb")
        _lock(self._file, wait=False)

    def release(self) -> bool:
        """Give the lease back; say whether it was the last."""
        self._file.close()
        self.path.unlink(missing_ok=True)
        return not holders(self.path.parent)


def holders(folder: Path) -> list[str]:
    """Return the names of the living leases in `folder`, and remove the dead ones."""
    return [path.name for path in sorted(folder.glob("*")) if not _dead(path)]


def _dead(path: Path) -> bool:
    with path.open("ab") as file:
        try:
            _lock(file, wait=False)
        except OSError:
            return False
    path.unlink(missing_ok=True)
    return True
