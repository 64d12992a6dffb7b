"""Progress shows on a terminal and nowhere else."""

from __future__ import annotations

import io

import pytest

from manumit.modules.cases.importing.progress import Progress


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def test_nothing_is_drawn_where_there_is_no_terminal() -> None:
    stream = io.StringIO()
    progress = Progress(stream, 100, lambda: 50)
    progress(10)
    progress.clear()
    assert stream.getvalue() == ""


def test_a_bar_with_share_rows_and_speed_and_cleared_before_other_lines(monkeypatch: pytest.MonkeyPatch) -> None:
    now = [100.0]
    monkeypatch.setattr("time.monotonic", lambda: now[0])
    stream = Terminal()
    progress = Progress(stream, 200, lambda: 50)
    now[0] += 2
    progress(3_000)
    progress(3_001)  # too soon to draw again
    assert stream.getvalue() == "\r[########......................]  25%  3,000 rows  1,500 a second"
    progress.clear()
    assert stream.getvalue().endswith("\r\x1b[K")
