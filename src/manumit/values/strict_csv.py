"""CSV from strangers, row by row in bounded memory, and CSV cells that no spreadsheet will run.

A file that is no CSV at all raises `BadCsv`; a row that is refused comes out as a `Refusal` with file, row, column and
reason, and the rows after it go on. The format is RFC 4180 in UTF-8, with or without a byte order mark; quoted cells
may hold line breaks.
"""

from __future__ import annotations

import csv
from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass
from typing import BinaryIO

from manumit.values.bounded_lines import Line, bounded_lines

FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")
"""What makes a spreadsheet run a cell. Source: OWASP, CSV Injection."""

_BOM = "\ufeff"
_OTHER_BOMS = (b"\xff\xfe", b"\xfe\xff")
_NOT_UTF8 = frozenset(map(chr, range(0xDC80, 0xDD00)))  # what surrogateescape puts for a byte that is no UTF-8
_OPEN_QUOTE = "unexpected end of data"
_UNCLOSED = ("", "a quotation mark is opened and not closed")


class BadCsv(ValueError):
    """The file as a whole cannot be read: no text, no header, or a header that names a column twice."""


@dataclass(frozen=True, slots=True)
class Limits:
    """The most that is read: `line` in bytes, `cell` in characters, `lines` that one row may span."""

    line: int = 100_000
    cell: int = 32_767
    lines: int = 50


DEFAULT_LIMITS = Limits()
"""A cell of 32,767 characters is the most a spreadsheet keeps (Excel specifications and limits)."""


@dataclass(frozen=True, slots=True)
class Row:
    """One row: `number` is the line of the file it begins on (the header is on line 1); `cells` are keyed by column."""

    number: int
    cells: dict[str, str]


@dataclass(frozen=True, slots=True)
class Refusal:
    """A row that is not taken: `file`, `row` (line of the file), `column` (empty: the whole row) and the `reason`."""

    file: str
    row: int
    column: str
    reason: str

    def __str__(self) -> str:
        """`names.csv, row 7, column City: begins like a formula`."""
        column = f", column {self.column}" if self.column else ""
        return f"{self.file}, row {self.row}{column}: {self.reason}"


class _Refused(Exception):
    pass


class StrictCsv:
    """A CSV file open for reading: its `header`, then by iteration, once, its rows and refusals in order.

    `file` is a binary file, of which only `readline(size)` is used; `name` is what refusals call it. Memory stays
    within `limits.line * limits.lines` bytes whatever the file holds. Raises `BadCsv` at once where no header can be
    used. Lines with nothing on them are passed over.
    """

    def __init__(self, file: BinaryIO, name: str, limits: Limits = DEFAULT_LIMITS) -> None:
        self.name = name
        self._limits = limits
        self._lines = bounded_lines(file, limits.line)
        self._again: deque[Line] = deque()
        self.header = _header(self._next())

    def __iter__(self) -> Iterator[Row | Refusal]:
        while (line := self._next()) is not None:
            if line.raw.strip(b"\r\n"):
                yield self._row(line)

    def _next(self) -> Line | None:
        return self._again.popleft() if self._again else next(self._lines, None)

    def _row(self, first: Line) -> Row | Refusal:
        taken: list[Line] = []
        try:
            return Row(first.number, self._named(_parsed(self._spanned(first, taken))))
        except _Refused as refused:
            # What a quote swallowed is read again, so that one bad row never takes its neighbours with it.
            self._again.extendleft(reversed(taken[1:]))
            return Refusal(self.name, first.number, *(_UNCLOSED if taken[1:] else refused.args))

    def _spanned(self, first: Line, taken: list[Line]) -> Iterator[str]:
        """The text of `first` and, while the reader asks for more, of the lines after it; each is noted in `taken`."""
        line: Line | None = first
        while line is not None:
            taken.append(line)
            yield _text(line)
            line = self._next() if len(taken) < self._limits.lines else None

    def _named(self, cells: list[str]) -> dict[str, str]:
        if len(cells) != len(self.header):
            raise _Refused("", f"has {len(cells)} columns where the header has {len(self.header)}")
        for column, cell in zip(self.header, cells, strict=True):
            _demand_cell(column, cell, self._limits.cell)
        return dict(zip(self.header, cells, strict=True))


def looks_like_formula(cell: str) -> bool:
    """Say whether a spreadsheet would run `cell`: it begins with one of `FORMULA_STARTS`."""
    return cell.startswith(FORMULA_STARTS)


def neutral(cell: str) -> str:
    """Return `cell` as it is written to a CSV file of ours: with `'` before what a spreadsheet would run."""
    return f"'{cell}" if looks_like_formula(cell) else cell


def _header(line: Line | None) -> tuple[str, ...]:
    if line is None:
        raise BadCsv("the file is empty: its first line names the columns")
    if line.raw.startswith(_OTHER_BOMS):
        raise BadCsv("the file is UTF-16: save it as CSV UTF-8")
    try:
        names = _parsed(iter([_text(line).removeprefix(_BOM)]))
        return _columns([name.strip() for name in names])
    except _Refused as refused:
        raise BadCsv(f"the header cannot be read: {refused.args[1]}") from None


def _columns(names: list[str]) -> tuple[str, ...]:
    for place, name in enumerate(names):
        _demand_cell(name, name, most=200)
        if not name:
            raise BadCsv(f"column {place + 1} has no name in the header")
        if name in names[:place]:
            raise BadCsv(f"the header names the column {name!r} twice")
    if not names:
        raise BadCsv("the header names no column")
    return tuple(names)


def _parsed(lines: Iterator[str]) -> list[str]:
    try:
        return next(csv.reader(lines, strict=True))
    except csv.Error as error:
        raise _Refused(*(_UNCLOSED if str(error) == _OPEN_QUOTE else ("", f"is no CSV: {error}"))) from None


def _text(line: Line) -> str:
    if line.cut:
        raise _Refused("", f"is longer than {len(line.raw)} bytes")
    if b"\0" in line.raw:
        raise _Refused("", "holds a NUL character")
    return line.raw.decode("utf-8", "surrogateescape")


def _demand_cell(column: str, cell: str, most: int) -> None:
    if len(cell) > most:
        raise _Refused(column, f"is longer than {most} characters")
    if not _NOT_UTF8.isdisjoint(cell):
        raise _Refused(column, "holds bytes that are no UTF-8")
