"""No path of a document is dropped: it is read, or the table says why it carries no fact of a case."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest

from manumit.modules.cases.importing import namus_document, namus_paths
from manumit.modules.cases.importing.draft import Draft
from manumit.modules.cases.importing.reading import Reading

from .conftest import TODAY, Importing
from .documents import KINDS, document, file


def touched_in(prefix: str) -> set[str]:
    """Every path that is asked for in documents of a kind, whole and with one of each pair that says the same."""
    found: set[str] = set()
    bare = [{"id": 1, "properties": {}}]
    for changed in ({}, {"investigatingAgencies": bare}, {"caseOwner": {}}):
        reading = Reading(document(prefix, **changed), "a.json", 1)
        read = namus_document.read_from(reading, TODAY)
        assert isinstance(read, Draft), read
        found |= reading.touched
    return found


def test_the_table_names_every_path_ever_seen(shared_namus: Path) -> None:
    union = json.loads((shared_namus / "namus_key_union.json").read_bytes())
    assert set(namus_paths.table()) == {path for kind in union.values() for path in kind}


def test_each_row_says_what_the_path_becomes_or_why_it_is_nothing() -> None:
    assert all(bool(becomes) != bool(why) for becomes, why in namus_paths.table().values())


def test_what_the_table_says_is_read_is_read_and_nothing_else() -> None:
    touched = set().union(*(touched_in(prefix) for prefix in KINDS))
    said = {path for path, (becomes, _) in namus_paths.table().items() if becomes}
    spare = {path for path in said - touched if path.endswith("address.county.name")}
    assert said - touched == spare
    assert {path for path in touched if path in namus_paths.table()} <= said


@pytest.mark.parametrize("prefix", KINDS)
def test_a_whole_document_holds_no_stranger(prefix: str) -> None:
    assert namus_paths.strangers(document(prefix)) == set()
    assert namus_paths.strangers(document(prefix, dreamt=[{"up": 1}])) == {"dreamt[]", "dreamt[].up"}


def test_paths_nobody_decided_on_are_told_once(importing: Importing) -> None:
    outcome = importing(file(document("MP", 1, dreamt=1), document("MP", 2, dreamt=2)), today=date(2026, 1, 1))
    assert outcome.counts == (2, 0, 0, 0)
    assert [(note.column, note.row) for note in outcome.notes if "unknown path" in note.reason] == [("dreamt", 1)]
