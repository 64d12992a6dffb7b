"""The lines of a binary file, none kept beyond a limit: a line of a gigabyte costs no more memory than a page."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import BinaryIO

_CHUNK = 65_536


@dataclass(frozen=True, slots=True)
class Line:
    """One line with its end: `number` counts from 1; `cut` says that `raw` is only the first bytes of a longer line."""

    number: int
    raw: bytes
    cut: bool


def bounded_lines(file: BinaryIO, most: int) -> Iterator[Line]:
    """Give each line of `file`, its end included, of which at most `most` bytes are kept; the rest is read and dropped.

    Only `file.readline(size)` is used, with sizes of at most `most` or 64 KiB.
    """
    number = 0
    while raw := file.readline(most):
        number += 1
        cut = not _is_ended(raw) and _drop_rest(file)
        yield Line(number, raw, cut)


def _is_ended(raw: bytes) -> bool:
    return raw.endswith(b"\n")


def _drop_rest(file: BinaryIO) -> bool:
    """Read to the end of the line; say whether there was anything more than the line's end."""
    dropped = False
    while raw := file.readline(_CHUNK):
        dropped = dropped or raw not in (b"\n", b"\r\n")
        if _is_ended(raw):
            break
    return dropped
