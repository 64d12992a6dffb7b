"""Writing files so that a crash leaves the old content or the new, and a torn tail at worst."""

import os
from pathlib import Path


def append(path: Path, content: bytes) -> None:
    """Append to `path` and return once the disk has it."""
    with path.open("ab", buffering=0) as file:
        file.write(content)
        os.fsync(file.fileno())


def truncate(path: Path, length: int) -> None:
    """Cut `path` to `length` bytes, durably."""
    with path.open("rb+") as file:
        file.truncate(length)
        os.fsync(file.fileno())


def replace(path: Path, content: str, mode: int = 0o644) -> None:
    """Put `content` in the place of `path` in one step, durably; `mode` holds from the first byte."""
    fresh = path.with_name(f".{path.name}.{os.getpid()}")
    fresh.unlink(missing_ok=True)
    descriptor = os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_EXCL, mode)
    with os.fdopen(descriptor, "w", encoding="utf-8") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())
    fresh.rename(path)
    _sync_directory(path.parent)


def _sync_directory(path: Path) -> None:
    if os.name == "nt":  # Windows cannot open a directory, and renames durably by itself
        return
    descriptor = os.open(path, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
