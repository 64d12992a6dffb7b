"""A file made to harm is refused row by row in bounded memory, and the honest rows in it go in."""

from __future__ import annotations

import io
import tracemalloc
from collections.abc import Iterator

from manumit.modules.cases.importing.run import Run
from manumit.modules.cases.models import Case
from manumit.spine.identity.actor import Actor
from manumit.values.strict_csv import Refusal

from .conftest import TODAY, Importing, missing

ROWS, LINE = 4_000, 100_000_000


class Stream(io.RawIOBase):
    """A file that is made while it is read, so that only its reader can hold on to it."""

    def __init__(self, parts: Iterator[bytes]) -> None:
        self._parts, self._left = parts, b""

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]
        self._left = self._left or next(self._parts, b"")
        given, self._left = self._left[: len(buffer)], self._left[len(buffer) :]
        buffer[: len(given)] = given
        return len(given)


def hostile() -> Iterator[bytes]:
    """Good, endless line, many bad rows of every sort, good."""
    yield missing({})
    yield from (b"x" * 1_000_000 for _ in range(LINE // 1_000_000))
    yield b"\r\n"
    honest = missing({"Case Number": "MP100002"}).splitlines(keepends=True)[1]
    for row in range(ROWS):
        yield [b'MP1,"\r\n', b"MP1,\xff,,,,,,,,,\r\n", b"MP\0\r\n", honest.replace(b"Juneau", b"=cmd()", 1)][row % 4]
    yield honest


def test_memory_stays_bounded_whatever_the_file_holds(alice: Actor) -> None:
    refusals: dict[str, int] = {}

    def count(refusal: Refusal) -> None:
        refusals[refusal.reason] = refusals.get(refusal.reason, 0) + 1

    run = Run(alice, TODAY, count)
    tracemalloc.start()
    assert run.read(io.BufferedReader(Stream(hostile())), "hostile.csv")
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert peak < 20_000_000
    assert run.tally.as_json() == {"offered": ROWS + 3, "added": 2, "changed": 0, "unchanged": 0, "refused": ROWS + 1}
    assert refusals == {
        "is longer than 100000 bytes": 1,
        "a quotation mark is opened and not closed": ROWS // 4,
        "holds bytes that are no UTF-8": ROWS // 4,
        "holds a NUL character": ROWS // 4,
        "begins with '=' as a spreadsheet formula does": ROWS // 4,
    }
    assert Case.unscoped.count() == 2


def test_text_that_looks_like_sql_or_markup_is_only_text(importing: Importing) -> None:
    city = "'); DROP TABLE cases_case; -- <script>&"
    assert importing(missing({"City": city})).counts == (1, 0, 0, 0)
    assert Case.unscoped.get().last_seen_city == city
