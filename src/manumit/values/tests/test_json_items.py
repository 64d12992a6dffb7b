"""Items of a long JSON file come out whole and in order, wherever the chunks break."""

import io
import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from manumit.values import json_items
from manumit.values.json_items import JsonItems
from manumit.values.strict_json import BadJson

VALUE = st.recursive(
    st.none() | st.integers() | st.text(max_size=10),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=6,
)
OBJECTS = st.lists(st.dictionaries(st.text(max_size=5), VALUE, max_size=3), max_size=4)


def read(content: bytes, most: int = 100_000) -> list[tuple[bytes, str]]:
    return [(item.raw, item.reason) for item in JsonItems(io.BytesIO(content), most)]


@settings(max_examples=80, deadline=None)
@given(objects=OBJECTS, chunk=st.integers(1, 40), indent=st.sampled_from([None, 1]))
def test_an_array_gives_its_items(objects: list[dict[str, object]], chunk: int, indent: int | None) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(json_items, "CHUNK", chunk)
        content = json.dumps(objects, indent=indent, ensure_ascii=False).encode()
        assert [json.loads(raw) for raw, _ in read(b"\xef\xbb\xbf " + content + b"\n")] == objects
        lines = b"\n".join(json.dumps(each).encode() for each in objects)
        if objects:
            assert [json.loads(raw) for raw, _ in read(lines)] == objects


@pytest.mark.parametrize(
    ("content", "reasons"),
    [
        (b"[]", []),
        (b'[{"a":1}', ["", "the file ends in the middle"][1:]),
        (b'{"a":1', ["the file ends in the middle"]),
        (b'[{"a":1}] more', ["", "is followed by text that belongs to no case"]),
        (b"[1]]", ["", "is followed by text that belongs to no case"]),
        (b'{"a":1} more', ["", "is followed by text that belongs to no case"]),
        (b'[{"a":"' + b"x" * 200 + b'"},{"b":1}]', ["is longer than 100 bytes", ""]),
    ],
)
def test_what_is_no_whole_item_says_so(content: bytes, reasons: list[str]) -> None:
    assert [reason for _, reason in read(content, 100)] == reasons


@pytest.mark.parametrize("content", [b"", b"   ", b"null", b'"a"', b"\xff\xfe[", b"<x>"])
def test_a_file_of_anything_else_is_refused_at_once(content: bytes) -> None:
    with pytest.raises(BadJson, match="neither with"):
        read(content)
