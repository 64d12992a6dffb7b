"""An action without its leaf does not happen."""

import pytest
from django.db import IntegrityError, transaction

from manumit.spine import audit, records
from manumit.spine.audit.models import Entry
from manumit.spine.records.models import RecordHistory

from .notes import Note

pytestmark = pytest.mark.django_db


def rename(actor, note, title, *, leaf_for=None, leaf=True):
    step = records.change(note, actor, {"title": title}, expected_version=note.version, source="a test")
    if leaf:
        audit.record(actor, "note.rename", kind="note", record_id=leaf_for or note.pk)
    return step


act = records.action("note.rename")(rename)


def test_an_action_with_its_leaf_is_done(note, alice) -> None:
    step = act(alice, note, "Second")
    assert step.verb == "note.rename"
    assert Note.unscoped.get(pk=note.pk).title == "Second"
    assert Entry.objects.filter(verb="note.rename", record_id=note.pk, person_id=alice.person_id).count() == 1


@pytest.mark.parametrize("fault", [{"leaf": False}, {"leaf_for": 424242}])
def test_an_action_without_the_leaf_of_what_it_changed_is_rolled_back(note, alice, fault) -> None:
    with pytest.raises(records.LeafMissing, match=r"audit\.record"):
        act(alice, note, "Second", **fault)
    assert Note.unscoped.get(pk=note.pk).title == "First"
    assert not RecordHistory.objects.exists()


def test_a_leaf_written_before_the_action_does_not_count(note, alice) -> None:
    with transaction.atomic():
        audit.record(alice, "note.rename", kind="note", record_id=note.pk)
        with pytest.raises(records.LeafMissing):
            act(alice, note, "Second", leaf=False)


def test_an_action_inside_an_action_needs_its_own_leaf(note, alice) -> None:
    @records.action("note.outer")
    def outer(actor):
        audit.record(actor, "note.outer", kind="note", record_id=note.pk)
        act(actor, note, "Second", leaf=False)

    with pytest.raises(records.LeafMissing, match=r"note\.rename"):
        outer(alice)


def test_an_action_that_records_nothing_is_refused(alice) -> None:
    with pytest.raises(records.LeafMissing, match="anything"):
        records.action("note.idle")(lambda actor: None)(alice)


def test_the_actor_comes_first(note) -> None:
    with pytest.raises(TypeError, match="actor first"):
        act(note, "Second")


def test_the_system_may_act(note) -> None:
    act(None, note, "Second")
    assert Entry.objects.get(verb="note.rename").person_id is None


@pytest.mark.committed
def test_the_database_too_refuses_a_change_without_a_leaf(note) -> None:
    with pytest.raises(IntegrityError, match="no leaf, no change"):
        Note.unscoped.filter(pk=note.pk).update(title="Quietly")
