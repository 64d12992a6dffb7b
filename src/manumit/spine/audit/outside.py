"""The evidence outside the database, in MANUMIT_HOME/audit: `leaves`, `checkpoints`, `latest` and `keys`.

`leaves` is the leaf hashes, 32 bytes each, in tree order. `checkpoints` is signed notes, each followed by an empty
line. Both only grow. `latest` is the newest checkpoint alone, signed anew each second, for a witness to fetch.
"""

import re
from collections.abc import Iterator
from pathlib import Path

from django.conf import settings

from . import durable
from .merkle import WIDTH
from .note import DASH

BLOCK = WIDTH * 4096
TAIL = 65_536
NOTE_END = re.compile(rb"^\xe2\x80\x94 [^\n]*\n\n", re.MULTILINE)


class LeafFile:
    """The file of leaf hashes."""

    def __init__(self, path: Path) -> None:
        self.path = path

    def length(self) -> int:
        """Return the length in bytes; 0 if there is no file."""
        return self.path.stat().st_size if self.path.exists() else 0

    def count(self) -> int:
        """Return the number of whole leaves."""
        return self.length() // WIDTH

    def read(self, start: int, stop: int) -> bytes:
        """Return the hashes of leaves start <= position < stop."""
        if stop <= start:
            return b""
        with self.path.open("rb") as file:
            file.seek(start * WIDTH)
            return file.read((stop - start) * WIDTH)

    def blocks(self, start: int, stop: int) -> Iterator[bytes]:
        """Yield the same hashes in blocks of bounded size."""
        step = BLOCK // WIDTH
        return (self.read(first, min(first + step, stop)) for first in range(start, stop, step))

    def torn_tail(self) -> bytes:
        """Return the bytes after the last whole leaf, left by a crash in mid-write."""
        whole = self.count() * WIDTH
        if self.length() == whole:
            return b""
        with self.path.open("rb") as file:
            file.seek(whole)
            return file.read()

    def append(self, hashes: bytes) -> None:
        """Add leaf hashes, durably."""
        durable.append(self.path, hashes)

    def keep(self, count: int) -> None:
        """Cut the file to its first `count` leaves: for a tail torn by a crash only."""
        durable.truncate(self.path, count * WIDTH)


class CheckpointFile:
    """The file of signed checkpoints."""

    def __init__(self, path: Path) -> None:
        self.path = path

    def notes(self) -> Iterator[str]:
        """Yield each whole note, oldest first; a torn last one is left out."""
        lines: list[str] = []
        for line in self._lines():
            if line == "\n" and lines and lines[-1].startswith(DASH):
                yield "".join(lines)
                lines = []
            else:
                lines.append(line)

    def last(self) -> str | None:
        """Return the newest whole note."""
        tail = self._tail()
        start, end = ([0, 0] + [note.end() for note in NOTE_END.finditer(tail)])[-2:]
        return tail[start : end - 1].decode(errors="replace") if end else None

    def torn(self) -> int:
        """Return how many bytes follow the last whole note, left by a crash in mid-write."""
        tail = self._tail()
        return len(tail) - max((note.end() for note in NOTE_END.finditer(tail)), default=0)

    def cut(self, length: int) -> None:
        """Take `length` bytes off the end, durably: for a note torn by a crash only."""
        durable.truncate(self.path, self.path.stat().st_size - length)

    def append(self, note: str) -> None:
        """Add a note, durably."""
        durable.append(self.path, f"{note}\n".encode())

    def _lines(self) -> Iterator[str]:
        if self.path.exists():
            with self.path.open(encoding="utf-8", errors="replace", newline="\n") as file:
                yield from file

    def _tail(self) -> bytes:
        if not self.path.exists():
            return b""
        with self.path.open("rb") as file:
            file.seek(max(0, self.path.stat().st_size - TAIL))
            return file.read()


class Outside:
    """The directory of evidence; made if it is not there."""

    def __init__(self, directory: Path) -> None:
        directory.mkdir(mode=0o700, parents=True, exist_ok=True)
        self.directory = directory
        self.leaves = LeafFile(directory / "leaves")
        self.checkpoints = CheckpointFile(directory / "checkpoints")
        self.latest = directory / "latest"

    def latest_note(self) -> str | None:
        """Return what `latest` holds; None if there is no such file."""
        return self.latest.read_text(encoding="utf-8", errors="replace") if self.latest.exists() else None

    @classmethod
    def of_this_install(cls) -> "Outside":
        """Return MANUMIT_HOME/audit."""
        return cls(Path(settings.MANUMIT_HOME) / "audit")
