"""A progress bar on one line of a terminal; nothing where there is none."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import TextIO

_WIDTH = 30
_EVERY = 0.1  # seconds between two drawings


class Progress:
    """Shows how much of `total` bytes is read, how many rows that is, and how fast; on a terminal only."""

    def __init__(self, stream: TextIO, total: int, done: Callable[[], int]) -> None:
        self._stream, self._total, self._done = stream, total, done
        self._shown = stream.isatty()
        self._began = time.monotonic()
        self._drawn = 0.0

    def __call__(self, rows: int) -> None:
        """Draw, if it is time to."""
        now = time.monotonic()
        if self._shown and now - self._drawn >= _EVERY:
            self._drawn = now
            self._stream.write(f"\r{self._line(rows, now - self._began)}")
            self._stream.flush()

    def clear(self) -> None:
        """Take the bar off the line, so that something else can be written there."""
        if self._shown and self._drawn:
            self._stream.write("\r\x1b[K")
            self._drawn = 0.0

    def _line(self, rows: int, seconds: float) -> str:
        share = min(1.0, self._done() / self._total) if self._total else 1.0
        bar = "#" * round(share * _WIDTH)
        speed = rows / seconds if seconds else 0.0
        return f"[{bar:.<{_WIDTH}}] {share:4.0%}  {rows:,} rows  {speed:,.0f} a second"
