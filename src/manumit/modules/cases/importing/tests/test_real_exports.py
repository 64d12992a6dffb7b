"""The exports as published, by path: all 9,623 rows of 16 states, twice."""

from __future__ import annotations

import csv
import json
from datetime import date
from pathlib import Path

import pytest

from manumit.modules.cases.models import Case, OutsideNumber
from manumit.spine.audit.models import Entry
from manumit.spine.records import RecordHistory

from .conftest import Importing, csv_files

AFTER_THEM = date(2026, 12, 31)
"""A day by which nothing in them is in the future."""


@pytest.mark.committed
def test_every_row_goes_in_and_the_second_run_has_nothing_to_do(importing: Importing, shared_namus: Path) -> None:
    contents = [path.read_bytes() for path in csv_files(shared_namus / "csv-2025")]
    assert len(contents) == 32
    first = importing(*contents, today=AFTER_THEM)
    assert first.refusals == []
    assert first.counts == (9_623, 0, 0, 0)
    assert Case.unscoped.count() == Entry.objects.count() == RecordHistory.objects.count() == 9_623
    second = importing(*contents, today=AFTER_THEM)
    assert second.counts == (0, 0, 9_623, 0)
    assert Entry.objects.count() == 9_623


@pytest.mark.committed
def test_a_later_export_of_the_same_layout_adds_to_it(importing: Importing, shared_namus: Path) -> None:
    for folder in ("csv-2025", "csv-2026", "csv-2026"):
        contents = [path.read_bytes() for path in csv_files(shared_namus / folder) if path.name.startswith("maine")]
        outcome = importing(*contents, today=AFTER_THEM)
        assert all(refusal.reason for refusal in outcome.refusals)
    assert outcome.counts[:2] == (0, 0)


@pytest.mark.committed
def test_the_layout_of_2019_goes_in_and_its_years_lie_in_the_past(importing: Importing, shared_namus: Path) -> None:
    contents = [path.read_bytes() for path in csv_files(shared_namus / "csv-2019")]
    first = importing(*contents, today=AFTER_THEM)
    assert (first.counts, first.refusals) == ((212, 0, 0, 0), [])
    assert importing(*contents, today=AFTER_THEM).counts == (0, 0, 212, 0)
    assert not Case.unscoped.filter(last_seen_latest_on__gt=AFTER_THEM).exists()


@pytest.mark.committed
def test_every_document_goes_in_and_the_second_run_has_nothing_to_do(importing: Importing, shared_namus: Path) -> None:
    contents = [path.read_bytes() for path in sorted((shared_namus / "json").glob("*.json"))]
    first = importing(*contents, today=AFTER_THEM)
    assert first.refusals == []
    assert first.counts == (1_686, 0, 0, 0)
    leaves = Entry.objects.count()
    assert importing(*contents, today=AFTER_THEM).counts == (0, 0, 1_686, 0)
    assert Entry.objects.count() == leaves == 1_686


@pytest.mark.committed
def test_every_row_of_every_folder_is_offered_and_accounted_for(importing: Importing, shared_namus: Path) -> None:
    """Counted here by a plain reader, file by file, oldest layout first and the documents last."""
    tables = [path for year in ("2019", "2025", "2026") for path in csv_files(shared_namus / f"csv-{year}")]
    wanted = {"csv-2019": 212, "csv-2025": 9_623, "csv-2026": 248}
    counted = {folder: sum(rows_in(path) for path in tables if path.parent.name == folder) for folder in wanted}
    assert counted == wanted
    numbers: set[str] = set()
    for path in [*tables, *sorted((shared_namus / "json").glob("*.json"))]:
        outcome = importing(path.read_bytes(), today=AFTER_THEM)
        assert sum(outcome.counts) == rows_in(path), path
        assert {refusal.row for refusal in outcome.refusals if not refusal.reason} == set()
        assert len({refusal.row for refusal in outcome.refusals}) == outcome.counts[-1], path
        numbers |= numbers_in(path)
    assert set(OutsideNumber.unscoped.filter(scheme="namus").values_list("value", flat=True)) == numbers


def rows_in(path: Path) -> int:
    return len(json.loads(path.read_bytes())) if path.suffix == ".json" else len(cells_of(path))


def numbers_in(path: Path) -> set[str]:
    if path.suffix == ".json":
        return {document["idFormatted"] for document in json.loads(path.read_bytes())}
    return {row.get("Case Number") or row["Case"] for row in cells_of(path)}


def cells_of(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))
