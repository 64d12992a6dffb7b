"""JSON from strangers is read or refused with its path; canonical text is one per value."""

from __future__ import annotations

import contextlib
import json
import time
import tracemalloc

import pytest
from hypothesis import given
from hypothesis import strategies as st

from manumit.values.strict_json import LARGEST_INTEGER, BadJson, Json, Limits, canonical, parse

texts = st.text(st.characters(exclude_characters="\0", exclude_categories=["Cs"]))
leaves = st.none() | st.booleans() | st.integers(-LARGEST_INTEGER, LARGEST_INTEGER) | texts
values = st.recursive(leaves, lambda inner: st.lists(inner) | st.dictionaries(texts, inner), max_leaves=20)


@given(values)
def test_canonical_text_is_read_back_and_is_the_same_again(value: Json) -> None:
    written = canonical(value)
    assert parse(written) == value
    assert canonical(parse(written)) == written


@given(st.dictionaries(texts, leaves))
def test_the_order_of_keys_changes_nothing(value: dict[str, Json]) -> None:
    assert canonical(dict(reversed(value.items()))) == canonical(value)


def test_written_as_rfc_8785_writes_it() -> None:
    # The key order of RFC 8785, 3.2.3: by UTF-16 code units, so the emoji comes before U+FB33.
    keys = ["\u20ac", "\r", "\ufb33", "1", "\U0001f600", "\u0080", "\u00f6"]
    written = parse(canonical(dict.fromkeys(keys)))
    assert isinstance(written, dict)
    assert list(written) == ["\r", "1", "\u0080", "\u00f6", "\u20ac", "\U0001f600", "\ufb33"]
    assert canonical({"b": [True, None, '\u001f\u007f€\\"'], "a": 7}) == (
        '{"a":7,"b":[true,null,"\\u001f\u007f€\\\\\\""]}'.encode()
    )


@pytest.mark.parametrize(
    ("raw", "path", "says"),
    [
        (b'{"a": {"b": 1, "c": 2, "b": 3}}', "$.a.b", "stands twice"),
        (b'[{"a b": NaN}]', "$[0]['a b']", "NaN is no JSON number"),
        (b'{"a": [1, -Infinity]}', "$.a[1]", "-Infinity is no JSON number"),
        (b'{"a": 1e999}', "$.a", "too large"),
        (b"[9007199254740992]", "$[0]", "send it as text"),
        (b"[" + b"9" * 5000 + b"]", "$[0]", "send it as text"),
        (b'["a\\u0000b"]', "$[0]", "NUL"),
        (b'{"\\u0000": 1}', "$", "a key with a NUL"),
        (b'["\\ud800"]', "$[0]", "lone surrogate"),
        (b'["\xff"]', "$", "no UTF-8 at byte 2"),
        (b"\xef\xbb\xbf{}", "$", "no JSON"),
        (b'{"a": 1,}', "$", "no JSON"),
        (b"", "$", "no JSON"),
        (b"[" * 33 + b"]" * 33, "$", "nested deeper than 32 levels at character 32"),
        (b'["' + b"x" * 1_000_000 + b'"]', "$", "larger than 1000000 bytes"),
    ],
)
def test_refused_with_path_and_reason(raw: bytes, path: str, says: str) -> None:
    with pytest.raises(BadJson, match=says) as refusal:
        parse(raw)
    assert refusal.value.path == path


def test_brackets_inside_text_are_no_depth() -> None:
    assert parse(json.dumps(["[" * 99, '\\"[{' * 20]).encode()) == ["[" * 99, '\\"[{' * 20]


@pytest.mark.parametrize("bomb", [b"[", b'{"a":', b'"\\', b'"', b'\\"'])
def test_a_bomb_of_a_hundred_megabytes_is_refused_at_once(bomb: bytes) -> None:
    raw = bomb * (100_000_000 // len(bomb))
    tracemalloc.start()
    started = time.monotonic()
    with pytest.raises(BadJson, match="larger than"):
        parse(raw)
    assert tracemalloc.get_traced_memory()[1] < 1_000_000
    tracemalloc.stop()
    assert time.monotonic() - started < 1


@pytest.mark.parametrize("bomb", [b"[", b'{"a":', b'"\\', b'"', b'\\"', b"\\"])
def test_a_bomb_within_the_size_costs_one_pass(bomb: bytes) -> None:
    started = time.monotonic()
    with pytest.raises(BadJson, match=r"nested deeper|no JSON"):
        parse(bomb * (999_999 // len(bomb)))
    assert time.monotonic() - started < 2


def test_the_limits_can_be_set() -> None:
    assert parse(b"[[1]]", Limits(size=5, depth=2)) == [[1]]
    with pytest.raises(BadJson, match="deeper than 1"):
        parse(b"[[1]]", Limits(depth=1))


@pytest.mark.parametrize("value", [1.5, {1: 2}, object(), b"x", {"a": LARGEST_INTEGER + 1}, ["\0"], {"\ud800": 1}])
def test_what_has_no_canonical_form_is_refused(value: object) -> None:
    with pytest.raises(BadJson):
        canonical(value)


@given(st.binary(max_size=60) | st.text('[]{}",:\\0u19eE.-NaInftyrlsd ', max_size=60).map(str.encode))
def test_any_bytes_are_json_or_a_refusal(raw: bytes) -> None:
    with contextlib.suppress(BadJson):
        parse(raw)
