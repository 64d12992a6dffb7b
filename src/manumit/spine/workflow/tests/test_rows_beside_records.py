"""Rows beside records are seen exactly while their record's group is, and by their own agency only."""

import pytest
from django.utils import timezone

from manumit.spine import audit
from manumit.spine.access import Hidden, allowed
from manumit.spine.records.tests.conftest import (
    agencies,
    alice,
    bob,
    charlie,
    kind,
    note,
    note_table,
)
from manumit.spine.workflow.models import RunningClock


def clock(of, actor) -> RunningClock:
    """A row beside `of`, written past the actions."""
    row = RunningClock(
        record_kind="note", record_id=of.pk, record_number=of.number, agency_id=actor.agency_id, clock="x", limit={},
        law="x", verified=True, binding=True, zone="UTC", started_at=timezone.now(), started_by_id=actor.person_id,
    )  # fmt: skip
    RunningClock.unscoped.bulk_create([row])
    return row


def test_of_its_own_agency_while_its_record_is_seen(alice, charlie, note):
    clock(note, alice), clock(note, charlie)
    assert [row.agency_id for row in RunningClock.objects.visible_to(alice)] == [alice.agency_id]
    assert not RunningClock.objects.visible_to(charlie).exists(), "Charlie may not know of the note"
    type(note).unscoped.filter(pk=note.pk).update(level="open")
    assert [row.agency_id for row in RunningClock.objects.visible_to(charlie)] == [charlie.agency_id]
    type(note).unscoped.filter(pk=note.pk).update(level="restricted")
    assert not RunningClock.objects.visible_to(charlie).exists(), "hidden again, its rows are too"
    assert not RunningClock.objects.visible_to(None).exists()


def test_a_row_decides_as_its_record(alice, charlie, note):
    row = clock(note, alice)
    assert allowed(alice, "work", row)
    assert not allowed(charlie, "work", row)
    row.record_id = 0
    with pytest.raises(Hidden):
        allowed(alice, "work", row)


def test_rows_of_a_kind_that_is_gone_are_nobodys(alice, note):
    row = clock(note, alice)
    audit.record(None, "paper.rename", kind="paper", record_id=note.pk)
    RunningClock.unscoped.filter(pk=row.pk).update(record_kind="paper")
    assert not RunningClock.objects.visible_to(alice).exists()


def test_one_query_and_no_page(alice, note, django_assert_num_queries):
    clock(note, alice)
    with django_assert_num_queries(1):
        assert len(RunningClock.objects.visible_to(alice).beside(note)) == 1
    with pytest.raises(TypeError, match="visible_to"):
        RunningClock.objects.page(alice)
