"""A CSV file from strangers is read row by row; what is refused says where and why, and the rest goes on."""

from __future__ import annotations

import csv
import io
import tracemalloc
from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from manumit.values.strict_csv import BadCsv, Limits, Refusal, Row, StrictCsv, looks_like_formula, neutral

HEADER = b"Number,Name,City\r\n"


def read(content: bytes, limits: Limits | None = None) -> list[Row | Refusal]:
    return list(StrictCsv(io.BytesIO(content), "names.csv", limits or Limits()))


def refusal(row: int, reason: str, column: str = "") -> Refusal:
    return Refusal("names.csv", row, column, reason)


def row(number: int, *cells: str) -> Row:
    return Row(number, dict(zip(("Number", "Name", "City"), cells, strict=True)))


@pytest.mark.parametrize("bom", [b"", b"\xef\xbb\xbf"])
@pytest.mark.parametrize("end", [b"\n", b"\r\n"])
def test_read_with_or_without_a_byte_order_mark_and_with_either_line_end(bom: bytes, end: bytes) -> None:
    content = bom + b'"Number",Name,City' + end + b'1,"Alder, Jr",Do\xc3\xb1a' + end + end + b"2,,"
    assert read(content) == [row(2, "1", "Alder, Jr", "Doña"), row(4, "2", "", "")]


cells = st.text(st.characters(exclude_characters="\0\r\n", exclude_categories=["Cs"]), max_size=20)
multiline = st.lists(cells, min_size=1, max_size=3).map("\n".join)


@given(st.lists(st.tuples(cells.filter(bool), multiline, multiline), max_size=10))
def test_whatever_a_csv_writer_writes_is_read_back(rows: list[tuple[str, str, str]]) -> None:
    written = io.StringIO()
    csv.writer(written, quoting=csv.QUOTE_ALL).writerows([("Number", "Name", "City"), *rows])
    found = read(written.getvalue().encode())
    assert [tuple(one.cells.values()) for one in found if isinstance(one, Row)] == rows


@pytest.mark.parametrize(
    ("bad", "reason", "column"),
    [
        (b"1,a\0b,c", "holds a NUL character", ""),
        (b"1,a,c\xff", "holds bytes that are no UTF-8", "City"),
        (b"1,a", "has 2 columns where the header has 3", ""),
        (b"1,a,b,c", "has 4 columns where the header has 3", ""),
        (b'1,"a"b,c', "is no CSV: ',' expected after '\"'", ""),
        (b'1,"a,c', "a quotation mark is opened and not closed", ""),
        (b"1,a\rb,c", "is no CSV: new-line character seen in unquoted field", ""),
        (b"1," + b"x" * 40_000 + b",c", "is longer than 32767 characters", "Name"),
        (b"1," + b"x" * 200_000 + b",c", "is longer than 100000 bytes", ""),
    ],
)
@pytest.mark.parametrize("times", [1, 3])
def test_a_bad_row_is_refused_and_the_rest_goes_on(bad: bytes, reason: str, column: str, times: int) -> None:
    found = read(HEADER + b"7,x,y\n" + (bad + b"\n") * times + b"8,x,y\n")
    assert found[0] == row(2, "7", "x", "y")
    assert found[-1] == row(3 + times, "8", "x", "y")
    assert [one.row for one in found[1:-1]] == list(range(3, 3 + times))
    for one in found[1:-1]:
        assert isinstance(one, Refusal)
        assert one.reason.startswith(reason)
        assert (one.file, one.column) == ("names.csv", column)


@pytest.mark.parametrize("after", [b'2,"b",c', b'2,b"",c"', b"2,\xff,c", b"2,b", b"2,b\0,c"])
def test_a_quote_left_open_takes_no_neighbour_with_it(after: bytes) -> None:
    alone = read(HEADER + b"\n" + after + b"\n3,d,e\n")
    found = read(HEADER + b'1,"a,c\n' + after + b"\n3,d,e\n")
    assert found == [refusal(2, "a quotation mark is opened and not closed"), *alone]


def test_a_row_may_span_only_so_many_lines() -> None:
    content = HEADER + b'1,"a\nb\nc",d\n'
    assert read(content, Limits(lines=3)) == [row(2, "1", "a\nb\nc", "d")]
    assert read(content, Limits(lines=2))[0] == refusal(2, "a quotation mark is opened and not closed")


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (b"", "the file is empty"),
        (b"\n", "names no column"),
        (b"a,b,a\n", "names the column 'a' twice"),
        (b"a, a \n", "names the column 'a' twice"),
        (b"a,,c\n", "column 2 has no name"),
        (b"\xff\xfea\0,\0b\0", "UTF-16"),
        (b"a,b\0\n", "header cannot be read: holds a NUL"),
        (b"a,\xff\n", "header cannot be read: holds bytes that are no UTF-8"),
        (b'a,"b\nc,d\n', "header cannot be read: a quotation mark"),
        (b"x" * 100_001, "header cannot be read: is longer than 100000 bytes"),
    ],
)
def test_a_file_without_a_usable_header_is_refused_as_a_whole(content: bytes, says: str) -> None:
    with pytest.raises(BadCsv, match=says):
        StrictCsv(io.BytesIO(content), "names.csv")


class Gigabyte(io.RawIOBase):
    """A file that gives `before`, then a billion bytes of one line, then `after`, and never holds them."""

    def __init__(self, before: bytes, after: bytes) -> None:
        self._parts = self._stream(before, after)
        self._left = b""
        self.given = 0

    @staticmethod
    def _stream(before: bytes, after: bytes) -> Iterator[bytes]:
        yield before
        block = b"x" * 1_000_000
        for _ in range(1_000):
            yield block
        yield after

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]
        self._left = self._left or next(self._parts, b"")
        given, self._left = self._left[: len(buffer)], self._left[len(buffer) :]
        buffer[: len(given)] = given
        self.given += len(given)
        return len(given)


def test_a_line_of_a_gigabyte_is_refused_in_bounded_memory() -> None:
    source = Gigabyte(HEADER + b'1,a,b\n2,"', b'",c\n3,d,e\n')
    tracemalloc.start()
    found = list(StrictCsv(io.BufferedReader(source), "names.csv"))
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert source.given > 1_000_000_000
    assert found == [row(2, "1", "a", "b"), refusal(3, "is longer than 100000 bytes"), row(4, "3", "d", "e")]
    assert peak < 8_000_000


def test_a_refusal_reads_as_a_sentence() -> None:
    assert str(refusal(7, "is unknown", "City")) == "names.csv, row 7, column City: is unknown"
    assert str(refusal(7, "is short")) == "names.csv, row 7: is short"


@given(st.sampled_from("=+-@\t\r"), st.text())
def test_cells_a_spreadsheet_would_run_are_neutralised(start: str, rest: str) -> None:
    assert looks_like_formula(start + rest)
    assert neutral(start + rest) == "'" + start + rest
    assert not looks_like_formula(neutral(start + rest))


@given(st.text().filter(lambda cell: not cell.startswith(("=", "+", "-", "@", "\t", "\r"))))
def test_other_cells_are_left_alone(cell: str) -> None:
    assert neutral(cell) == cell


@given(st.binary(max_size=100) | st.text('1,"\n\r\0=é', max_size=80).map(str.encode))
def test_any_bytes_are_rows_or_refusals_and_no_line_is_lost(content: bytes) -> None:
    found = read(HEADER + content)
    numbers = [one.number if isinstance(one, Row) else one.row for one in found]
    assert numbers == sorted(set(numbers))
    spanned = sum(sum(cell.count("\n") for cell in one.cells.values()) for one in found if isinstance(one, Row))
    lines = [line for line in io.BytesIO(content).readlines() if line.strip(b"\r\n")]
    assert len(found) <= len(lines) <= len(found) + spanned
