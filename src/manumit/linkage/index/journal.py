"""The journal: what was added and removed since the last segment, frame after frame, each with its checksum."""

from __future__ import annotations

import json
import os
import struct
import zlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

_FRAME = struct.Struct("<II")


@dataclass(frozen=True, slots=True)
class Entry:
    """One change: `record` is None where the record was removed. `position` is the writer's own mark, kept as it is."""

    id: str
    record: dict[str, Any] | None
    position: str = ""


def append(path: Path, entries: Iterable[Entry], *, durable: bool = False) -> None:
    """Append entries in one write; with `durable` they are on the disk when this returns.

    A process killed at any time loses at most the entries whose write had not returned: a half-written last frame is
    cut off by `mend`.
    """
    frames = b"".join(_frame(entry) for entry in entries)
    with path.open("ab", buffering=0) as file:
        file.write(frames)
        if durable:
            os.fsync(file.fileno())


def entries_since(path: Path, offset: int) -> Iterator[tuple[Entry, int]]:
    """Yield each whole entry from `offset` on with the offset behind it; stops before a frame that is not whole."""
    if path.stat().st_size <= offset:
        return
    with path.open("rb") as file:
        file.seek(offset)
        rest = file.read()
    place = 0
    while (payload := _payload(rest, place)) is not None:
        place += _FRAME.size + len(payload)
        yield Entry(*json.loads(payload)), offset + place


def mend(path: Path, end: int) -> None:
    """Cut off what follows the last whole frame, which ends at `end`: the work of a writer that was killed."""
    if path.stat().st_size > end:
        os.truncate(path, end)


def _frame(entry: Entry) -> bytes:
    payload = json.dumps([entry.id, entry.record, entry.position], ensure_ascii=False, separators=(",", ":")).encode()
    return _FRAME.pack(len(payload), zlib.crc32(payload)) + payload


def _payload(rest: bytes, place: int) -> bytes | None:
    if len(rest) < place + _FRAME.size:
        return None
    length, check = _FRAME.unpack_from(rest, place)
    payload = rest[place + _FRAME.size : place + _FRAME.size + length]
    return payload if len(payload) == length and zlib.crc32(payload) == check else None
