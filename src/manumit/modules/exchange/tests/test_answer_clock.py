"""The clock of an answer, row by row, as it is suggested: agreements and agencies set their own days."""

import csv
from datetime import date, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from manumit.values.time_limits import last_day

from ..request_procedure import ANSWER

ROWS = list(csv.DictReader(Path(__file__).with_name("answer_clock.csv").open(encoding="utf-8", newline="")))


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row["start"])
def test_an_answer_is_due_as_written(row) -> None:
    zone = ZoneInfo(row["zone"])
    started = datetime.fromisoformat(row["start"]).replace(tzinfo=zone)
    assert ANSWER.name == row["clock"]
    assert last_day(ANSWER.limit.due(started, zone), zone) == date.fromisoformat(row["due"])
    assert ANSWER.limit.calendar == row["calendar"]
    assert (ANSWER.law.citation, ANSWER.law.verified) == (row["citation"], False)
