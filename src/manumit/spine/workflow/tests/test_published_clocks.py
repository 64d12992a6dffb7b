"""The table of clocks, row by row: `published_clocks.csv` says when each is due, worked out by hand."""

import csv
from datetime import date, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from manumit.spine.workflow.clocks.in_words import in_words
from manumit.spine.workflow.clocks.published import BY_NAME, PUBLISHED
from manumit.values import time_limits

TABLE = Path(__file__).with_name("published_clocks.csv")
ROWS = list(csv.DictReader(TABLE.open(encoding="utf-8", newline="")))


@pytest.mark.parametrize("row", ROWS, ids=lambda row: f"{row['clock']} from {row['start']}")
def test_each_clock_is_due_as_written(row) -> None:
    clock, zone = BY_NAME[row["clock"]], ZoneInfo(row["zone"])
    due = clock.limit.due(datetime.fromisoformat(row["start"]).replace(tzinfo=zone), zone)
    if clock.limit.by_day:
        assert time_limits.last_day(due, zone) == date.fromisoformat(row["due"])
    else:
        assert due == datetime.fromisoformat(row["due"])
    assert clock.limit.calendar == row["calendar"]
    assert clock.law.verified is (row["verified"] == "yes")
    assert clock.law.citation == row["citation"]


def test_no_clock_is_without_a_row() -> None:
    assert {clock.name for clock in PUBLISHED} == {row["clock"] for row in ROWS}
    assert len(BY_NAME) == len(PUBLISHED)


@pytest.mark.parametrize("clock", PUBLISHED, ids=lambda clock: clock.name)
def test_each_clock_says_whom_it_binds_from_when_by_what_law(clock) -> None:
    assert all(map(str, (clock.title, clock.duty, clock.starts, clock.bound, clock.law.citation)))
    assert in_words(clock.limit)
    assert time_limits.from_plain(time_limits.to_plain(clock.limit)) == clock.limit


def test_tribal_agencies_are_not_in_the_duty_to_enter() -> None:
    entry = BY_NAME["ncic_entry"]
    assert [entry.binds_kind(kind) for kind in ("federal", "state", "local", "tribal")] == [True, True, True, False]
