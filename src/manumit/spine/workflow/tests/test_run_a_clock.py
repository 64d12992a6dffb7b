"""A clock runs beside a record: started by its law, moved by pauses, stopped with its ending."""

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from django.utils import timezone

from manumit.spine.access import Hidden
from manumit.spine.audit.models import Entry
from manumit.spine.identity.actor import Actor
from manumit.spine.workflow.actions.pause_clock import pause_clock
from manumit.spine.workflow.actions.resume_clock import resume_clock
from manumit.spine.workflow.actions.set_clock import set_clock
from manumit.spine.workflow.actions.start_clock import start_clock
from manumit.spine.workflow.actions.stop_clock import stop_clock
from manumit.spine.workflow.clocks.published import BY_NAME
from manumit.spine.workflow.models import ClockPause, RunningClock
from manumit.spine.workflow.refusing import Refused

GUAM = ZoneInfo("Pacific/Guam")


@pytest.fixture
def at(monkeypatch):
    """Set what time it is."""

    def now(text: str) -> datetime:
        moment = datetime.fromisoformat(text)
        monkeypatch.setattr(timezone, "now", lambda: moment)
        return moment

    return now


def test_started_it_keeps_law_limit_and_zone(alice, note, clocks):
    begun = timezone.now() - timedelta(minutes=30)
    clock = start_clock(alice, note, clocks["ncic_entry"], started_at=begun, zone="Pacific/Guam")
    assert clock.due_at == begun + timedelta(hours=2)
    assert (clock.law, clock.verified, clock.binding) == ("34 USC 41308(3)", True, False), "no Tribal agency is named"
    assert clock.due_here.tzinfo == GUAM
    assert Entry.objects.filter(verb="clock.start", kind="note", record_id=note.pk).exists()
    assert [row.clock for row in RunningClock.objects.visible_to(alice).beside(note)] == ["ncic_entry"]


def test_it_is_the_agencys_own(alice, bob, charlie, note, clocks):
    clock = start_clock(alice, note, clocks["interim_assistance"])
    assert RunningClock.objects.visible_to(bob).get() == clock
    assert not RunningClock.objects.visible_to(charlie).exists()
    with pytest.raises(Hidden):
        start_clock(charlie, note, clocks["interim_assistance"])
    with pytest.raises(Hidden):
        stop_clock(charlie, clock, ending="met")


def test_a_paused_clock_has_no_end_and_then_a_later_one(alice, note, clocks, at):
    at("2026-03-02T18:00+00:00")
    clock = start_clock(alice, note, clocks["interim_assistance"], zone="UTC")
    assert clock.last_day == date(2026, 5, 31)
    at("2026-03-10T09:00+00:00")
    clock = pause_clock(alice, clock, because="Waiting for the consulate")
    assert (clock.due_at, clock.paused, clock.overdue()) == (None, True, False)
    at("2026-03-20T23:00+00:00")
    clock = resume_clock(alice, clock)
    assert clock.last_day == date(2026, 6, 10)
    assert not clock.soon()
    at("2026-06-08T00:00+00:00")
    assert clock.soon()
    at("2026-06-11T00:00+00:00")
    assert clock.overdue()
    assert ClockPause.objects.visible_to(alice).get().because == "Waiting for the consulate"


def test_pauses_are_refused_where_they_would_lie(alice, note, clocks, at):
    at("2026-03-02T18:00+00:00")
    fixed = start_clock(alice, note, clocks["ofac_annual"])
    with pytest.raises(Refused, match="calendar"):
        pause_clock(alice, fixed, because="x")
    hours = start_clock(alice, note, clocks["ncic_entry"])
    with pytest.raises(Refused, match="why"):
        pause_clock(alice, hours, because="  ")
    with pytest.raises(Refused, match="not paused"):
        resume_clock(alice, hours)
    pause_clock(alice, hours, because="System down")
    with pytest.raises(Refused, match="already"):
        pause_clock(alice, hours, because="System down")
    resume_clock(alice, hours)
    at("2026-03-02T21:00+00:00")
    with pytest.raises(Refused, match="late"):
        pause_clock(alice, hours, because="System down")


def test_stopped_it_says_how_it_ended(alice, note, clocks):
    late = start_clock(alice, note, clocks["ncic_entry"], started_at=timezone.now() - timedelta(hours=3))
    with pytest.raises(Refused, match="why"):
        stop_clock(alice, late, ending="met")
    late = stop_clock(alice, late, ending="met", because="The state's system was down")
    assert (late.ending, late.overdue()) == ("met", False)
    with pytest.raises(Refused, match="stopped"):
        stop_clock(alice, late, ending="met")
    assert start_clock(alice, note, clocks["ncic_entry"]).pk != late.pk


def test_what_cannot_start(alice, note, clocks):
    start_clock(alice, note, clocks["ncic_entry"])
    with pytest.raises(Refused, match="already"):
        start_clock(alice, note, clocks["ncic_entry"])
    with pytest.raises(Refused, match="to come"):
        start_clock(alice, note, clocks["interim_assistance"], started_at=timezone.now() + timedelta(hours=1))
    with pytest.raises(Refused, match="zone"):
        start_clock(alice, note, clocks["interim_assistance"], zone="Mars/Olympus")
    with pytest.raises(Refused, match="zone"):
        start_clock(alice, note, clocks["interim_assistance"], started_at=datetime(2026, 1, 1))  # noqa: DTZ001 - a time without a zone is what is refused
    with pytest.raises(Refused, match="No module"):
        start_clock(alice, note, BY_NAME["cp_grant"])


def test_what_nobody_verified_runs_by_the_agencys_setting(alice, charlie, note, clocks):
    with pytest.raises(Refused, match="not verified"):
        start_clock(alice, note, clocks["ncic_update"])
    keeper = Actor(alice.person_id, alice.agency_id, frozenset({"administrator"}), "records", "tribal")
    with pytest.raises(Refused, match="law"):
        set_clock(keeper, clocks["ncic_update"], unit="days", amount=45, citation=" ", effective_on=date(2020, 1, 1))
    with pytest.raises(Refused, match="whole number"):
        set_clock(keeper, clocks["ncic_update"], unit="days", amount=0, citation="x", effective_on=date(2020, 1, 1))
    said = {"citation": "General order 7", "effective_on": date(2020, 1, 1)}
    set_clock(keeper, clocks["ncic_update"], unit="days", amount=45, **said)
    later = {"citation": "General order 8", "effective_on": date(2999, 1, 1)}
    set_clock(keeper, clocks["ncic_update"], unit="days", amount=10, **later)
    clock = start_clock(alice, note, clocks["ncic_update"], started_at=datetime(2026, 1, 1, tzinfo=UTC), zone="UTC")
    assert (clock.last_day, clock.law, clock.verified) == (date(2026, 2, 15), "General order 7", False)
