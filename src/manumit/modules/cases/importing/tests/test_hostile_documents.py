"""Documents made to harm, and any bytes at all, are refused in bounded memory; no parser opens a connection."""

from __future__ import annotations

import io
import json
import socket
import tracemalloc
from collections.abc import Iterator
from typing import Any, NoReturn

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from manumit.modules.cases.choices import CaseType, PersonRole
from manumit.modules.cases.importing import namus_document
from manumit.modules.cases.importing.draft import Draft
from manumit.modules.cases.importing.layout import Layout
from manumit.modules.cases.importing.mapped_fields import FIELDS
from manumit.modules.cases.importing.mapped_row import Mapped, _names
from manumit.modules.cases.importing.namus_layout import TABLES, UnknownLayout
from manumit.modules.cases.importing.readers import Unread, opened
from manumit.modules.cases.importing.reading import Reading
from manumit.modules.cases.models import Case, Feature
from manumit.values.json_items import JsonItems
from manumit.values.strict_csv import BadCsv, Refusal, neutral
from manumit.values.strict_json import BadJson

from .conftest import TODAY, Importing
from .documents import KINDS, document, file
from .test_hostile_files import Stream

JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(max_size=20),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3),
    max_leaves=8,
)
CELL = st.text(st.characters(exclude_categories=["Cs"]), max_size=20)
BOUNDED = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])


@pytest.fixture(autouse=True)
def no_network(monkeypatch: pytest.MonkeyPatch) -> None:
    """Bar every new connection: what is needed of the database stands already, over its own library's descriptors."""

    def barred(*_: object, **__: object) -> NoReturn:
        raise AssertionError("a parser opened a connection")

    monkeypatch.setattr(socket, "socket", barred)
    monkeypatch.setattr(socket, "create_connection", barred)
    monkeypatch.setattr(socket, "getaddrinfo", barred)


def outcomes(content: bytes, mapped: Mapped | None = None) -> list[Draft | Unread]:
    """What a file says, row by row; a file refused as a whole says nothing."""
    try:
        return list(opened(io.BytesIO(content), "a", TODAY, mapped))
    except (BadCsv, BadJson, UnknownLayout):
        return []


@BOUNDED
@given(content=st.binary(max_size=400))
def test_any_bytes_are_read_or_refused(content: bytes) -> None:
    for start in (b"", b"[", b"{", b'[{"idFormatted":"MP1",'):
        assert all(isinstance(row, Unread) and row.refusals for row in outcomes(start + content))


@BOUNDED
@given(data=st.data(), prefix=st.sampled_from(sorted(KINDS)))
def test_a_document_with_anything_anywhere_is_a_draft_or_says_why_not(data: st.DataObject, prefix: str) -> None:
    whole: Any = document(prefix)
    for _ in range(data.draw(st.integers(1, 3))):
        branch = whole
        while isinstance(branch, dict) and branch:
            name = data.draw(st.sampled_from(sorted(branch)))
            inner = branch[name][0] if isinstance(branch[name], list) and branch[name] else branch[name]
            if not isinstance(inner, dict) or data.draw(st.booleans()):
                branch[name] = data.draw(JSON)
                break
            branch = inner
    read = namus_document.read_from(Reading(whole, "a", 1), TODAY)
    assert isinstance(read, Draft) or (read and all(isinstance(one, Refusal) and one.reason for one in read))


@BOUNDED
@given(data=st.data(), table=st.sampled_from(TABLES))
def test_a_table_with_anything_in_its_cells_is_read_or_refused(data: st.DataObject, table: Any) -> None:
    cells = [data.draw(CELL).replace('"', '""') for _ in table.columns]
    row = ",".join(f'"{cell}"' for cell in cells)
    for outcome in outcomes(f"{','.join(table.columns)}\r\n{row}\r\n".encode()):
        assert isinstance(outcome, Draft) or outcome.refusals


@BOUNDED
@given(data=st.data())
def test_an_own_table_with_anything_in_its_cells_is_read_or_refused(data: st.DataObject) -> None:
    columns = {name: name for name in FIELDS}
    layout = Layout(
        name="own", feed="table:1", source="Sheriff", number="number",
        case_type=CaseType.MISSING, role=PersonRole.MISSING,
        case_fields=(*_names(FIELDS, "case"), "place_precision"), person_fields=_names(FIELDS, "person"),
    )  # fmt: skip
    cells = [data.draw(CELL).replace('"', '""') for _ in columns]
    content = ",".join(columns) + "\r\n" + ",".join(f'"{cell}"' for cell in cells) + "\r\n"
    for outcome in outcomes(content.encode(), Mapped(layout, columns)):
        assert isinstance(outcome, Draft) or outcome.refusals


@pytest.mark.parametrize(
    ("raw", "says"),
    [
        (b'{"idFormatted":"MP1","idFormatted":"MP2"}', "the key stands twice"),
        (b'{"idFormatted":"MP1","x":' + b"[" * 40 + b"]" * 40 + b"}", "nested deeper than 32"),
        (b'{"idFormatted":"MP1","x":NaN}', "NaN is no JSON number"),
        (b'{"idFormatted":"MP1","x":"\\u0000"}', "a NUL character"),
        (b'{"idFormatted":"MP1","x":"\\ud800"}', "half a character"),
        (b'{"idFormatted":"MP1","x":"\xff"}', "no UTF-8"),
        (b'{"idFormatted":"MP1","x":"' + b"y" * 2_000_000 + b'"}', "longer than 2000000 bytes"),
        (b'{"idFormatted":"MP1",}', "no JSON"),
        (b"7", "is no object"),
    ],
)
def test_a_document_that_is_refused_never_takes_its_neighbours_with_it(
    importing: Importing, raw: bytes, says: str
) -> None:
    good = json.dumps(document("MP", 8)).encode(), json.dumps(document("MP", 9)).encode()
    outcome = importing(b"[" + good[0] + b"," + raw + b"," + good[1] + b"]")
    assert outcome.counts == (2, 0, 0, 1)
    assert [refusal.row for refusal in outcome.refusals] == [2]
    assert says in outcome.refusals[0].reason


@pytest.mark.parametrize("content", [b"[" * 5_000_000, b'{"a":' * 1_000_000, b'["' + b"x" * 5_000_000])
def test_a_file_that_never_ends_properly_is_one_refusal(content: bytes) -> None:
    (only,) = outcomes(content)
    assert isinstance(only, Unread)
    assert "ends in the middle" in only.refusals[0].reason


def test_a_document_of_a_hundred_megabytes_is_passed_over_in_bounded_memory() -> None:
    def endless() -> Iterator[bytes]:
        yield b'[{"a":"'
        yield from (b"x" * 1_000_000 for _ in range(100))
        yield b'"},{"b":1}]'

    tracemalloc.start()
    items = list(JsonItems(io.BufferedReader(Stream(endless())), 2_000_000))
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert [(item.place, item.raw) for item in items] == [(1, b""), (2, b'{"b":1}')]
    assert peak < 10_000_000


def test_a_formula_in_a_document_is_text_that_no_table_of_ours_will_run(importing: Importing) -> None:
    mark = {"id": 1, "identityId": 1, "physicalFeature": {"name": "Tattoo"}, "description": "=HYPERLINK(1)"}
    importing(file(document("MP", physicalFeatureDescriptions=[mark])))
    stored = Feature.unscoped.get(feature_kind="tattoo").description
    assert (stored, neutral(stored)) == ("=HYPERLINK(1)", "'=HYPERLINK(1)")
    assert Case.unscoped.count() == 1


def test_text_that_turns_its_direction_is_refused(importing: Importing) -> None:
    who = {"firstName": "Robin\u202enibor", "lastName": "Alder"}
    outcome = importing(file(document("MP", subjectIdentification=who)))
    assert outcome.counts == (0, 0, 0, 1)
    assert "U+202E" in outcome.refusals[0].reason
