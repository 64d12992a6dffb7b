"""Where files lie, under MANUMIT_HOME/files: `incoming` while they arrive, else by kind, record and SHA-256."""

import os
import time
from pathlib import Path

from django.conf import settings

LEFT_OVER = 24 * 3600
"""Seconds after which what never finished arriving is removed."""


def incoming() -> Path:
    """Return the folder of files that arrive, made where there is none; left-overs of killed processes go."""
    folder = _folder(home() / "incoming")
    before = time.time() - LEFT_OVER
    for path in folder.iterdir():
        if path.stat().st_mtime < before:
            path.unlink(missing_ok=True)
    return folder


def of_record(kind: str, record_id: int) -> Path:
    """Return the folder of a record's files."""
    return home() / kind / str(record_id)


def move_in(arrived: Path, kind: str, record_id: int, sha256: str) -> None:
    """Put an arrived file into its record's folder, whole or not at all, and see it on the disk."""
    folder = _folder(of_record(kind, record_id))
    arrived.replace(folder / sha256)
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def home() -> Path:
    """Return the folder of all files."""
    return Path(settings.MANUMIT_HOME) / "files"


def _folder(path: Path) -> Path:
    path.mkdir(mode=0o700, parents=True, exist_ok=True)
    return path
