"""Lines come out whole or cut, and what is cut is never kept."""

from __future__ import annotations

import io

from hypothesis import given
from hypothesis import strategies as st

from manumit.values.bounded_lines import Line, bounded_lines


@given(st.binary(max_size=200) | st.text("ab\r\n", max_size=60).map(str.encode), st.integers(3, 20))
def test_every_line_is_given_whole_or_cut(content: bytes, most: int) -> None:
    lines = list(bounded_lines(io.BytesIO(content), most))
    expected = io.BytesIO(content).readlines()
    assert [line.number for line in lines] == list(range(1, len(expected) + 1))
    for line, whole in zip(lines, expected, strict=True):
        assert line.raw == whole[:most]
        assert line.cut == (whole[most:] not in (b"", b"\n", b"\r\n"))


def test_a_line_of_exactly_the_limit_is_not_cut() -> None:
    assert list(bounded_lines(io.BytesIO(b"abc\r\nabcd\nx"), 3)) == [
        Line(1, b"abc", False),
        Line(2, b"abc", True),
        Line(3, b"x", False),
    ]
