"""An entry stands or falls with the transaction of its deed."""

import pytest
from django.db import connection, transaction

from manumit.spine import audit
from manumit.spine.audit.models import Entry
from manumit.values.strict_json import BadJson

from .conftest import ALICE


@pytest.mark.django_db
def test_an_entry_says_who_did_what_for_which_purpose():
    entry = Entry.objects.get(id=audit.record(ALICE, "case.read", kind="case", record_id=5, group="summary"))
    assert (entry.person_id, entry.agency_id, entry.purpose) == (7, 3, "investigation")
    assert (entry.verb, entry.kind, entry.record_id, entry.group_name) == ("case.read", "case", 5, "summary")
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_current_xact_id()::text")
        assert str(entry.txid) == cursor.fetchone()[0]


@pytest.mark.django_db
def test_the_system_has_no_person():
    entry = Entry.objects.get(id=audit.record(None, "keys.rotate"))
    assert (entry.person_id, entry.agency_id, entry.purpose, entry.record_id) == (None, None, "", None)


@pytest.mark.django_db
def test_detail_is_canonical_json():
    entry = Entry.objects.get(id=audit.record(ALICE, "case.edit", detail={"b": 1, "a": ["é", None]}))
    assert entry.detail == '{"a":["é",null],"b":1}'


@pytest.mark.django_db
@pytest.mark.parametrize("value", [1.5, object(), float("nan"), {1: 2}])
def test_detail_that_has_no_single_text_is_refused(value):
    with pytest.raises(BadJson):
        audit.record(ALICE, "case.edit", detail={"value": value})


@pytest.mark.django_db
def test_many_entries_keep_their_order():
    subjects = [audit.Subject("case", number, {"n": number}, "people") for number in (3, 1, 2)]
    assert audit.record_many(ALICE, "case.export", subjects) == 3
    assert audit.record_many(ALICE, "case.export", []) == 0
    found = list(Entry.objects.order_by("id").values_list("record_id", "group_name", "detail"))
    assert found == [(3, "people", '{"n":3}'), (1, "people", '{"n":1}'), (2, "people", '{"n":2}')]


@pytest.mark.committed
def test_no_entry_outside_a_transaction():
    with pytest.raises(audit.OutsideTransaction, match="atomic"):
        audit.record(ALICE, "case.open")
    with pytest.raises(audit.OutsideTransaction):
        audit.record_many(ALICE, "case.open", [audit.Subject()])


@pytest.mark.committed
def test_an_undone_action_leaves_no_entry():
    with pytest.raises(ZeroDivisionError), transaction.atomic():  # noqa: PT012 - the transaction has to be open when it fails
        audit.record(ALICE, "case.open")
        raise ZeroDivisionError
    assert not Entry.objects.exists()
