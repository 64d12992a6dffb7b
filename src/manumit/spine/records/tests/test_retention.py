"""What is due is shown first, and exactly that is deleted; a hold stops it."""

from datetime import UTC, datetime, timedelta

import pytest
from django.db import DatabaseError, connection, transaction

from manumit.spine import audit, records
from manumit.spine.access import Denied
from manumit.spine.audit.models import Entry
from manumit.spine.records import retaining, sealed
from manumit.spine.records.actions.lift_hold import NotHeld, lift_hold
from manumit.spine.records.actions.place_hold import place_hold
from manumit.spine.records.models import LegalHold, RecordHistory, RecordKey, SealedValue
from manumit.values.retention import Retention

from . import notes
from .notes import Note

pytestmark = pytest.mark.django_db

NOW = datetime(2026, 11, 23, 12, tzinfo=UTC)


@pytest.fixture(autouse=True)
def only_notes(monkeypatch, wrapping_key) -> None:
    monkeypatch.setattr(retaining, "_timed", lambda: iter([Note]))


@pytest.fixture
def aged(kind, agencies, bob):
    """Make a note opened so many years ago, with history and a sealed value."""

    @records.action("note.age")
    def make(actor, years, **values):
        made = notes.note(agencies[0], opened_at=NOW - timedelta(days=365.25 * years), **values)
        sealed.put(made, "whereabouts", {"address": "12 Hidden Lane"}, actor)
        records.change(made, actor, {"title": "Changed"}, expected_version=2, source="a test")
        audit.record(actor, "note.age", kind="note", record_id=made.pk)
        return made

    return lambda years, **values: make(bob, years, **values)


def line(plan):
    return next(line for line in plan.lines if line.model == "records_tests.Note")


def test_the_plan_shows_what_is_due_and_deletes_nothing(aged) -> None:
    old, _young = aged(11), aged(9)
    plan = retaining.plan(NOW)
    assert line(plan).ids == (old.pk,)
    assert line(plan).names == (old.number,)
    assert line(plan).authority == "Tests"
    assert Note.unscoped.count() == 2


def test_a_record_still_in_use_is_never_due(aged) -> None:
    aged(11, state="published")
    assert retaining.plan(NOW).lines == ()


def test_apply_deletes_record_history_sealed_values_and_key(aged) -> None:
    old, young = aged(11), aged(9)
    applied = retaining.apply(retaining.plan(NOW).digest, NOW)
    assert (applied.deleted, applied.kept) == (1, ())
    assert list(Note.unscoped.all()) == [young]
    assert not RecordHistory.objects.filter(record_id=old.pk).exists()
    assert not SealedValue.objects.filter(record_id=old.pk).exists()
    assert bytes(RecordKey.objects.get(record_id=old.pk).wrapped) == b""
    entry = Entry.objects.get(verb="note.delete")
    assert entry.record_id == old.pk
    assert old.number in entry.detail


def test_another_plan_than_the_one_seen_is_refused(aged) -> None:
    aged(11)
    seen = retaining.plan(NOW).digest
    aged(12)
    with pytest.raises(retaining.PlanChanged, match="new plan"):
        retaining.apply(seen, NOW)
    assert Note.unscoped.count() == 2


def test_a_hold_stops_deletion_and_says_why_until_it_is_lifted(aged, bob) -> None:
    old = aged(11)
    hold = place_hold(bob, old, reason="Trial pending", authority="Court order 7")
    plan = retaining.plan(NOW)
    assert line(plan).ids == ()
    assert line(plan).held == (retaining.Held(old.number, ("Trial pending (Court order 7)",)),)
    lift_hold(bob, old, hold.pk, reason="Acquitted")
    assert line(retaining.plan(NOW)).ids == (old.pk,)
    assert LegalHold.objects.get().lifted_reason == "Acquitted"


def test_a_hold_placed_after_the_plan_still_stops_it(aged, bob, monkeypatch) -> None:
    old = aged(11)
    digest = retaining.plan(NOW).digest
    place_hold(bob, old, reason="Trial pending", authority="Court order 7")
    monkeypatch.setattr(retaining.holds, "live", lambda kind, ids: {})
    with pytest.raises(DatabaseError, match="under a legal hold"), transaction.atomic():
        retaining.apply(digest, NOW)
    assert Note.unscoped.filter(pk=old.pk).exists()


def test_a_record_no_longer_due_at_its_turn_stays(aged, monkeypatch) -> None:
    old, digest = aged(11), retaining.plan(NOW).digest
    plan = retaining.plan(NOW)
    monkeypatch.setattr(retaining, "plan", lambda now: plan)
    Note.unscoped.filter(pk=old.pk).update(state="published")
    applied = retaining.apply(digest, NOW)
    assert (applied.deleted, [each.reasons for each in applied.kept]) == (0, [("no longer due",)])


def test_the_database_refuses_erasure_without_the_leaf_of_a_deletion(aged) -> None:
    old = aged(1)
    with pytest.raises(DatabaseError, match="no leaf, no deletion"), transaction.atomic():
        connection.cursor().execute("SELECT records_erase('note', %s)", [old.pk])
    assert RecordHistory.objects.filter(record_id=old.pk).exists()


@pytest.mark.committed
def test_the_leaf_of_an_earlier_transaction_erases_nothing(note) -> None:
    with transaction.atomic():
        audit.record(None, "note.delete", kind="note", record_id=note.pk)
    with pytest.raises(DatabaseError, match="no leaf, no deletion"), transaction.atomic():
        connection.cursor().execute("SELECT records_erase('note', %s)", [note.pk])


def test_holds_need_permission_reason_and_authority(note, alice, bob) -> None:
    with pytest.raises(Denied):
        place_hold(alice, note, reason="x", authority="y")
    with pytest.raises(ValueError, match="authority"):
        place_hold(bob, note, reason="x", authority=" ")
    with pytest.raises(NotHeld):
        lift_hold(bob, note, 1, reason="x")


def test_whole_years_end_on_the_same_day_of_the_calendar() -> None:
    leap = datetime(2028, 2, 29, tzinfo=UTC)
    years = Retention("t", years=1, from_field="x")
    assert retaining.cutoff(years, leap) == datetime(2027, 2, 28, tzinfo=UTC)
    assert retaining.cutoff(Retention("t", years=7, from_field="x"), NOW) == NOW.replace(year=2019)
    assert retaining.cutoff(Retention("t", years=1 / 365.25, from_field="x"), NOW) == NOW - timedelta(days=1)
