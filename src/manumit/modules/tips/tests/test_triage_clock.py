"""The clock of triage, row by row: when a tip is due, by whose word; it binds nobody until an agency sets its own."""

import csv
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from manumit.modules.tips.clocks import TRIAGE

ROWS = list(csv.DictReader(Path(__file__).with_name("triage_clock.csv").open(encoding="utf-8", newline="")))


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row["start"])
def test_a_tip_is_due_as_written(row) -> None:
    zone = ZoneInfo(row["zone"])
    started = datetime.fromisoformat(row["start"]).replace(tzinfo=zone)
    assert TRIAGE.name == row["clock"]
    assert TRIAGE.limit.due(started, zone) == datetime.fromisoformat(row["due"])
    assert TRIAGE.limit.calendar == row["calendar"]
    assert TRIAGE.law.citation == row["citation"]
