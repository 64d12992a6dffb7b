"""Many arrays in one file, written whole or not at all and mapped into memory when read.

Layout: magic, length of the header, CRC-32 of the header, the header (JSON: name, type, shape, offset of each array),
the arrays, each at a multiple of 64 bytes.
"""

from __future__ import annotations

import json
import mmap
import os
import struct
import zlib
from collections.abc import Mapping
from pathlib import Path
from typing import Any, BinaryIO

import numpy as np
from numpy.typing import NDArray

Arrays = dict[str, NDArray[Any]]

_MAGIC = b"MANUMIT1"
_FRAME = struct.Struct("<8sII")
_ALIGNED = 64


class Damaged(Exception):
    """A file of the index is not what was written: make the index anew from the records."""


def write(path: Path, arrays: Mapping[str, NDArray[Any]]) -> None:
    """Write the arrays to `path`: complete and on the disk when this returns, absent if it is interrupted."""
    part = path.with_name(f"{path.name}.part")
    with part.open("wb") as file:
        _write(file, arrays)
        file.flush()
        os.fsync(file.fileno())
    part.replace(path)
    sync_folder(path.parent)


def read(path: Path) -> Arrays:
    """Map the arrays of a file into memory, read only. Raises `Damaged`, and FileNotFoundError."""
    with path.open("rb") as file:
        header, begin = _header(file, path)
        whole = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
    if len(whole) < begin + header["size"]:
        raise Damaged(f"{path.name} is shorter than it says")
    return {name: _view(whole, begin, *entry) for name, entry in header["arrays"].items()}


def sync_folder(folder: Path) -> None:
    """Bring the names in a folder to the disk."""
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _write(file: BinaryIO, arrays: Mapping[str, NDArray[Any]]) -> None:
    entries, offset = {}, 0
    for name, array in arrays.items():
        entries[name] = (array.dtype.str, list(array.shape), offset)
        offset += _rounded(array.nbytes)
    header = json.dumps({"size": offset, "arrays": entries}).encode()
    header = header.ljust(_rounded(_FRAME.size + len(header)) - _FRAME.size)
    file.write(_FRAME.pack(_MAGIC, len(header), zlib.crc32(header)) + header)
    for array in arrays.values():
        whole = np.ascontiguousarray(array)
        file.write(whole.data)
        file.write(bytes(_rounded(whole.nbytes) - whole.nbytes))


def _header(file: BinaryIO, path: Path) -> tuple[dict[str, Any], int]:
    frame = file.read(_FRAME.size)
    if len(frame) < _FRAME.size:
        raise Damaged(f"{path.name} has no header")
    magic, length, check = _FRAME.unpack(frame)
    header = file.read(length)
    if magic != _MAGIC or zlib.crc32(header) != check:
        raise Damaged(f"{path.name} has a damaged header")
    return json.loads(header), _FRAME.size + length


def _view(whole: mmap.mmap, begin: int, kind: str, shape: list[int], offset: int) -> NDArray[Any]:
    count = int(np.prod(shape))
    if not count or np.dtype(kind).itemsize == 0:
        return np.zeros(shape, kind)
    return np.frombuffer(whole, kind, count, begin + offset).reshape(shape)


def _rounded(size: int) -> int:
    return -(-size // _ALIGNED) * _ALIGNED
