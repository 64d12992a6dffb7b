"""The clocks of keeping evidence, row by row: when each is due, by what law, whom it binds; none runs unverified."""

import csv
from datetime import date, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from manumit.modules.evidence.keeping_clocks import KEEPING
from manumit.modules.evidence.manifest import MANIFEST
from manumit.spine.workflow.actions.start_clock import start_clock
from manumit.spine.workflow.clocks import RecordClocks
from manumit.spine.workflow.refusing import Refused
from manumit.values.time_limits import last_day

ROWS = list(csv.DictReader(Path(__file__).with_name("keeping_clocks.csv").open(encoding="utf-8", newline="")))
BY_NAME = {clock.name: clock for clock in KEEPING}
ZONE = ZoneInfo("America/Denver")


def test_every_clock_has_rows_and_is_offered() -> None:
    assert {row["clock"] for row in ROWS} == set(BY_NAME)
    offered = next(each for each in MANIFEST.providers if isinstance(each, RecordClocks))
    assert offered == RecordClocks("evidence", KEEPING)


@pytest.mark.parametrize("row", ROWS, ids=lambda row: f"{row['clock']} {row['starts']}")
def test_each_is_due_when_the_row_says(row) -> None:
    clock = BY_NAME[row["clock"]]
    started = datetime.combine(date.fromisoformat(row["starts"]), datetime.min.time(), ZONE).replace(hour=9)
    assert last_day(clock.limit.due(started, ZONE), ZONE) == date.fromisoformat(row["due"])
    assert clock.law.citation == row["citation"]
    assert ";".join(sorted(clock.binds)) == row["binds"]


@pytest.mark.parametrize("clock", KEEPING, ids=lambda clock: clock.name)
def test_none_runs_before_an_agency_sets_its_limit_with_a_citation(clock, item, alice) -> None:
    assert not clock.law.verified
    with pytest.raises(Refused):
        start_clock(alice, item, clock, started_at=item.collected_at)
