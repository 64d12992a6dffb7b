"""An edit is refused when it is stale, empty or wrong, and otherwise keeps what stood before."""

from datetime import date
from decimal import Decimal

import pytest
from django.core.exceptions import ValidationError
from django.db import connection, transaction

from manumit.spine import audit, records
from manumit.spine.records import changing, provenance
from manumit.spine.records.choices import Certainty
from manumit.spine.records.models import RecordHistory
from manumit.spine.records.plain import plain

from .notes import Note

pytestmark = pytest.mark.django_db


def edit(note, actor, version=None, source="the sheriff", **values):
    return records.change(note, actor, values, expected_version=version or note.version, source=source)


def test_an_edit_keeps_what_stood_before_and_who_said_what(note, alice) -> None:
    step = edit(note, alice, title="Second", seen_on="2026-02-03")
    stored = Note.unscoped.get(pk=note.pk)
    assert (stored.title, stored.seen_on, stored.version) == ("Second", date(2026, 2, 3), 2)
    assert (note.title, note.version, note.provenance) == (stored.title, 2, stored.provenance)
    assert step.changes["title"]["from"] == "First"
    assert step.changes["seen_on"]["to"] == "2026-02-03"
    assert (step.person_id, step.agency_id, step.version) == (alice.person_id, alice.agency_id, 2)
    assert provenance.of(stored, "title").source == "the sheriff"
    assert provenance.of(stored, "count").source == "a test"


def test_a_stale_edit_shows_both_values_and_writes_nothing(note, alice, bob) -> None:
    edit(note, bob, title="Bob's", count=2)
    mine = Note.unscoped.get(pk=note.pk)
    with pytest.raises(records.Conflict) as caught:
        edit(mine, alice, version=1, title="Alice's")
    assert caught.value.clashes == (changing.Clash("title", "Alice's", "Bob's"),)
    assert caught.value.elsewhere == ("count",)
    assert caught.value.version == 2
    assert Note.unscoped.get(pk=note.pk).title == "Bob's"
    assert RecordHistory.objects.count() == 1


def test_an_edit_that_changes_nothing_is_refused(note, alice) -> None:
    with pytest.raises(records.NothingToChange, match="title"):
        edit(note, alice, title="First")
    assert Note.unscoped.get(pk=note.pk).version == 1


def test_values_that_stand_already_are_left_out(note, alice) -> None:
    assert set(edit(note, alice, title="First", count=5).changes) == {"count"}


def test_each_bad_value_is_named(note, alice) -> None:
    with pytest.raises(ValidationError) as caught:
        edit(note, alice, title="x" * 41, count="many", story="fine")
    assert set(caught.value.message_dict) == {"title", "count"}


@pytest.mark.parametrize("field", ["id", "number", "version", "provenance", "opened_at", "nothing", "owner_id"])
def test_what_is_not_edited_so_is_refused(note, alice, field) -> None:
    with pytest.raises(ValueError, match="is not edited with change"):
        records.change(note, alice, {field: 1}, expected_version=1, source="a test")


def test_a_value_without_source_is_refused(note, alice) -> None:
    with pytest.raises(ValueError, match="who said it"):
        edit(note, alice, source=" ", title="x")


def test_the_owner_may_be_changed_but_not_emptied(note, alice, agencies) -> None:
    with pytest.raises(ValidationError):
        edit(note, alice, owner=None)
    edit(note, alice, owner=agencies[1])
    assert Note.unscoped.get(pk=note.pk).owner_id == agencies[1].pk


def test_said_again_by_the_default_takes_no_room(note, alice) -> None:
    edit(note, alice, title="Second")
    assert set(note.provenance) == {"*", "title"}
    edit(note, alice, source="a test", title="Third")
    assert set(note.provenance) == {"*"}


def test_provenance_of_nobody_is_unknown() -> None:
    assert provenance.of(Note(provenance={}), "title").certainty is Certainty.UNKNOWN


def test_plain_values_are_json_or_refused() -> None:
    assert plain([date(2026, 1, 2), Decimal("1.50"), {"a": (1, None, True)}]) == [
        "2026-01-02",
        "1.50",
        {"a": [1, None, True]},
    ]
    with pytest.raises(TypeError, match="plain form"):
        plain(object())


@pytest.mark.committed
def test_of_edits_at_once_one_wins(note, alice) -> None:
    """The second waits for the row and then finds that it is stale."""
    import threading

    outcomes: list[str] = []

    def attempt(title: str) -> None:
        try:
            with transaction.atomic():
                edit(Note.unscoped.get(pk=note.pk), alice, version=1, title=title)
                audit.record(alice, "note.edit", kind="note", record_id=note.pk)
            outcomes.append("saved")
        except records.Conflict:
            outcomes.append("conflict")
        finally:
            connection.close()

    threads = [threading.Thread(target=attempt, args=(f"T{n}",)) for n in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(outcomes) == ["conflict"] * 5 + ["saved"]


@pytest.mark.committed
def test_the_application_cannot_rewrite_history(note, alice) -> None:
    from django.db import ProgrammingError

    with transaction.atomic():
        edit(note, alice, title="Second")
        audit.record(alice, "note.edit", kind="note", record_id=note.pk)
    for attempt in (RecordHistory.objects.all().delete, lambda: RecordHistory.objects.update(verb="x")):
        with pytest.raises(ProgrammingError, match="permission denied"):
            attempt()
