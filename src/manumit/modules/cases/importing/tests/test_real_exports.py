"""The exports as published, by path: all 9,623 rows of 16 states, twice."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from manumit.modules.cases.models import Case
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


def test_an_export_of_another_year_is_refused_naming_its_columns(importing: Importing, shared_namus: Path) -> None:
    outcome = importing((shared_namus / "csv-2019" / "maine_missing_persons.csv").read_bytes())
    assert outcome.counts == (0, 0, 0, 0)
    assert "missing: Legal Last Name, Legal First Name, Biological Sex" in outcome.refusals[0].reason
    assert "not known: First Name, Last Name, Sex" in outcome.refusals[0].reason
