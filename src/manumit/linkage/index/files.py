"""The files of an index: a manifest that is replaced whole, what it names, and one lock to write."""

from __future__ import annotations

import fcntl
import json
import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass, field, replace
from pathlib import Path
from typing import Any

from manumit.linkage.index.container import Damaged, sync_folder
from manumit.linkage.model import COMPARISONS

FORMAT = 1
_MANIFEST = "manifest.json"


@dataclass(frozen=True, slots=True)
class Part:
    """A segment in the manifest: its file, its number of records, and the file that says which of them are gone."""

    file: str
    records: int
    gone: str = ""


@dataclass(frozen=True, slots=True)
class Manifest:
    """What the index consists of. `position` is the last mark in the segments, `number` the next file's."""

    profile: str
    journal: str = "journal-0.log"
    number: int = 1
    parts: tuple[Part, ...] = field(default=())
    position: str = ""

    def named(self, kind: str) -> tuple[str, Manifest]:
        """Return the name of a new file, and the manifest that has counted it."""
        return f"{kind}-{self.number}", replace(self, number=self.number + 1)


class Files:
    """A folder with an index in it; the folder is made when it is missing."""

    def __init__(self, folder: Path, profile: str) -> None:
        self.folder = folder
        folder.mkdir(parents=True, exist_ok=True)
        if not (folder / _MANIFEST).exists():
            with self.alone():
                if not (folder / _MANIFEST).exists():
                    self.put(Manifest(profile))
        found = self.manifest().profile
        if found != profile:
            raise ValueError(f"{folder} is an index of the profile {found}, not of {profile}")

    @contextmanager
    def alone(self) -> Iterator[None]:
        """Be the one writer, of all processes, until the end of the block."""
        with (self.folder / "lock").open("ab") as file:
            fcntl.flock(file, fcntl.LOCK_EX)
            yield

    def stamp(self) -> tuple[int, int]:
        """Return what changes whenever the manifest is replaced."""
        found = os.stat(self.folder / _MANIFEST)
        return found.st_ino, found.st_mtime_ns

    def manifest(self) -> Manifest:
        """Return the manifest. Raises `Damaged` for one of another format or other comparisons."""
        written: dict[str, Any] = json.loads((self.folder / _MANIFEST).read_bytes())
        if (written.pop("format", None), written.pop("comparisons", None)) != (FORMAT, COMPARISONS):
            raise Damaged(f"{self.folder} was made by another version: make the index anew from the records")
        return Manifest(**{**written, "parts": tuple(Part(**part) for part in written["parts"])})

    def put(self, manifest: Manifest) -> None:
        """Replace the manifest, after making the journal it names; what no manifest names is removed."""
        (self.folder / manifest.journal).touch()
        text = json.dumps({"format": FORMAT, "comparisons": COMPARISONS, **asdict(manifest)})
        part = self.folder / f"{_MANIFEST}.part"
        with part.open("w") as file:
            file.write(text)
            file.flush()
            os.fsync(file.fileno())
        part.replace(self.folder / _MANIFEST)
        sync_folder(self.folder)
        self._sweep(manifest)

    def path(self, name: str) -> Path:
        """Return the path of a file of the index."""
        return self.folder / name

    def _sweep(self, manifest: Manifest) -> None:
        named = {
            _MANIFEST,
            "lock",
            manifest.journal,
            *(p.file for p in manifest.parts),
            *(p.gone for p in manifest.parts),
        }
        for path in self.folder.iterdir():
            if path.name not in named:
                path.unlink(missing_ok=True)
