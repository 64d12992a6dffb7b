"""The table of notices to victims, row by row: citation, who is bound, and when each is due."""

import csv
from datetime import date, datetime, timedelta
from pathlib import Path

import pytest
from django.utils import timezone

from manumit.modules.suspects.actions.add_part import add_part
from manumit.modules.suspects.actions.edit_part import edit_part
from manumit.modules.suspects.actions.note_event import note_event
from manumit.modules.suspects.actions.raising import raise_notice
from manumit.modules.suspects.actions.withdraw_part import withdraw_part
from manumit.modules.suspects.choices import NoticeEvent
from manumit.modules.suspects.models import VictimNotice
from manumit.modules.suspects.victim_notices import CLOCKS
from manumit.spine import audit
from manumit.spine.access import Hidden
from manumit.spine.workflow.models import ClockSetting, Task
from manumit.spine.workflow.refusing import Refused
from manumit.values.time_limits import last_day

from .conftest import BY

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


def test_what_no_step_says_is_said_by_hand_and_told_as_any_other(suspect, alice, charlie, as_person):
    here = f"/suspects/{suspect.number}/"
    assert "Something else happened" in as_person(alice).get(here).content.decode()
    assert as_person(alice).post(f"{here}notices/new/", {"event": "release"}).status_code == 302
    notice = VictimNotice.objects.visible_to(alice).get()
    assert (notice.event, notice.told_by) == ("release", "")
    assert Task.objects.visible_to(alice).get(pk=notice.task_id).due_on == notice.due_on
    with pytest.raises(Hidden):
        note_event(charlie, suspect, "release")
    with pytest.raises(Refused):
        note_event(alice, suspect, "birthday")


def waiting(alice) -> int:
    """How many notices of a court date were raised."""
    return VictimNotice.objects.visible_to(alice).filter(event="court_date").count()


def test_victims_are_told_that_a_day_in_court_is_off(suspect, alice):
    at = timezone.now() + timedelta(days=9)
    dates = [add_part(alice, suspect, "court_dates", {"hearing": "trial", "at": at, "court": "C"}, **BY)
             for _ in range(3)]  # fmt: skip
    assert waiting(alice) == 3
    edit_part(alice, dates[0], {"state": "vacated"}, expected_version=suspect.version, **BY)
    assert waiting(alice) == 4
    withdraw_part(alice, dates[1], expected_version=suspect.version, reason="Of another case")
    assert waiting(alice) == 5
    dates[2].suspect = suspect
    edit_part(alice, dates[2], {"state": "held"}, expected_version=suspect.version, **BY)
    assert waiting(alice) == 5, "what was held is not off"
    assert not Task.objects.visible_to(alice).filter(state="open", title__startswith="In court").exists()
