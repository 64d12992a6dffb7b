"""A binary file made of pieces as they come, such as those of a sealed upload."""

from __future__ import annotations

import io
from collections.abc import Iterator
from typing import Any


class Pieces(io.RawIOBase):
    """Reads `pieces` one after another; nothing but the piece at hand is kept."""

    def __init__(self, pieces: Iterator[bytes]) -> None:
        self._pieces, self._left = pieces, b""

    def readable(self) -> bool:
        """Say that it can be read."""
        return True

    def readinto(self, buffer: Any) -> int:
        """Fill as much of `buffer` as the piece at hand has; 0 at the end."""
        while not self._left:
            piece = next(self._pieces, None)
            if piece is None:
                return 0
            self._left = piece
        given, self._left = self._left[: len(buffer)], self._left[len(buffer) :]
        buffer[: len(given)] = given
        return len(given)


def buffered(pieces: Iterator[bytes]) -> io.BufferedReader:
    """Return a file over `pieces`."""
    return io.BufferedReader(Pieces(pieces))
