"""The items of a long JSON file one after another, in bounded memory.

The file is one array, or objects that follow each other (one a line, or not). Only brackets and quotes are looked at
here: each item comes out as its bytes, to be read by `strict_json.parse`. An item too long is passed over without being
kept, and those after it go on.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import BinaryIO

from manumit.values.strict_json import BadJson

CHUNK = 65_536
_BOM = b"\xef\xbb\xbf"
_OUTSIDE = re.compile(rb'["\[\]{},]')
_INSIDE = re.compile(rb'["\\]')
_STEPS = {b"[": 1, b"{": 1, b"]": -1, b"}": -1}


@dataclass(frozen=True, slots=True)
class Item:
    """The `place`th item (the first is 1): its `raw` bytes, or the `reason` for which they are not given."""

    place: int
    raw: bytes
    reason: str = ""


class JsonItems:
    """A JSON file open for reading: by iteration, once, its items in order.

    `file` is a binary file, of which only `read(size)` is used; `most` the bytes of the longest item. Memory stays
    within `most` and a chunk, whatever the file holds. Raises BadJson at once where the file begins neither with an
    array nor with an object.
    """

    def __init__(self, file: BinaryIO, most: int) -> None:
        self._file, self._most = file, most
        self._chunk = _first_chunk(file)
        self._array = self._chunk.startswith(b"[")
        if self._array:
            self._chunk = self._chunk[1:]
        elif not self._chunk.startswith(b"{"):
            raise BadJson("$", "no JSON file of cases: it begins neither with [ nor with {")
        self._kept = bytearray()
        self._place = 0
        self._depth = 0
        self._quoted = self._escaped = self._ended = self._too_long = False

    def __iter__(self) -> Iterator[Item]:
        yield from self._items()
        while chunk := self._file.read(CHUNK):
            self._chunk = chunk
            yield from self._items()
        if self._depth or self._quoted or (self._array and not self._ended):
            yield self._item("the file ends in the middle")
        elif self._kept.strip():
            yield self._item("is followed by text that belongs to no case")

    def _items(self) -> Iterator[Item]:
        """Walk through one chunk, giving out each item that ends in it."""
        begins = at = 0
        while at < len(self._chunk):
            found = self._next(at)
            if found is None:
                break
            at = found.end()
            if self._ends(found[0]):
                self._keep(self._chunk[begins : at if found[0] == b"}" and not self._array else found.start()])
                begins = at
                yield from self._given()
        self._keep(self._chunk[begins:])

    def _next(self, at: int) -> re.Match[bytes] | None:
        if self._escaped:
            self._escaped = False
            at += 1
        return (_INSIDE if self._quoted else _OUTSIDE).search(self._chunk, at)

    def _ends(self, mark: bytes) -> bool:
        """Take note of a bracket, quote or comma, and say whether an item ends there."""
        if self._ended:
            return False
        if self._quoted:
            self._escaped = mark == b"\\"
            self._quoted = self._escaped
            return False
        if mark == b'"':
            self._quoted = True
            return False
        if mark == b",":
            return self._array and self._depth == 0
        self._depth += _STEPS[mark]
        if self._array:
            self._ended = self._ended or self._depth < 0
            return self._depth < 0
        return self._depth == 0 and mark == b"}"

    def _keep(self, part: bytes) -> None:
        self._kept += part[: self._most + 1 - len(self._kept)]
        self._too_long = len(self._kept) > self._most

    def _given(self) -> Iterator[Item]:
        if self._ended:
            self._depth = 0
        if self._kept.strip() or not self._ended:
            yield self._item(f"is longer than {self._most} bytes" if self._too_long else "")

    def _item(self, reason: str) -> Item:
        self._place += 1
        raw = b"" if reason else bytes(self._kept.strip())
        self._kept.clear()
        self._too_long = False
        return Item(self._place, raw, reason)


def _first_chunk(file: BinaryIO) -> bytes:
    """Return the beginning of the file from its first character on; blanks before it are not kept."""
    chunk = file.read(CHUNK)
    while len(chunk) < len(_BOM) and (more := file.read(CHUNK)):
        chunk += more
    chunk = chunk.removeprefix(_BOM).lstrip()
    while not chunk and (more := file.read(CHUNK)):
        chunk = more.lstrip()
    return chunk
