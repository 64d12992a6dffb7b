"""The table of notices to victims, row by row: citation, who is bound, and when each is due."""

import csv
from datetime import date, datetime
from pathlib import Path

import pytest
from django.utils import timezone

from manumit.modules.suspects.actions.raising import raise_notice
from manumit.modules.suspects.choices import NoticeEvent
from manumit.modules.suspects.victim_notices import CLOCKS
from manumit.spine import audit
from manumit.spine.workflow.models import ClockSetting
from manumit.values.time_limits import last_day

ROWS = list(csv.DictReader(Path(__file__).with_name("victim_notices.csv").open(encoding="utf-8", newline="")))


def test_every_event_has_a_row() -> None:
    assert [row["event"] for row in ROWS] == [event.value for event in CLOCKS] == list(NoticeEvent.values)


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row["event"])
def test_a_clock_says_what_the_table_says(row) -> None:
    clock, zone = CLOCKS[NoticeEvent(row["event"])], timezone.get_default_timezone()
    assert clock.name == row["clock"]
    assert clock.law.citation == row["citation"]
    assert clock.law.verified is False, "the statute names no number of days"
    assert clock.binds == frozenset({row["binds"]})
    start = datetime.fromisoformat(row["start"]).replace(tzinfo=zone)
    assert last_day(clock.limit.due(start, zone), zone) == date.fromisoformat(row["suggested_last_day"])


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row["event"])
def test_it_is_due_the_same_day_until_the_agency_sets_a_limit(row, suspect, alice) -> None:
    event, today = NoticeEvent(row["event"]), timezone.localdate()
    audit.record(alice, "suspect.move", kind="suspect", record_id=suspect.pk)
    notice = raise_notice(alice, suspect, event)
    assert (notice.due_on, notice.law) == (today, row["citation"])
    ClockSetting.objects.create(
        agency_id=alice.agency_id, clock=CLOCKS[event].name, limit={"unit": "days", "amount": 2},
        citation="Order 7", effective_on=date(2020, 1, 1), set_by_id=alice.person_id,
    )  # fmt: skip
    later = raise_notice(alice, suspect, event)
    assert ((later.due_on - today).days, later.law) == (2, "Order 7")
