"""A guarded row does not change without an entry of its kind and id in the same transaction."""

import pytest
from django.db import IntegrityError, connection, connections, transaction

from manumit.spine import audit
from manumit.spine.audit.guards import RequireLeaf

from .conftest import ALICE

CREATE = "CREATE TABLE guarded_note (id bigint PRIMARY KEY, note_id bigint, said text)"
GRANT = "GRANT SELECT, INSERT, UPDATE, DELETE ON guarded_note TO manumit_app"
INSERT = "INSERT INTO guarded_note VALUES (1, 9, 'a')"
CHANGES = [
    "UPDATE guarded_note SET said = 'b'",
    "DELETE FROM guarded_note",
    "INSERT INTO guarded_note VALUES (2, 9, 'c')",
]


@pytest.fixture(params=["id", "note_id"])
def guarded(request, transactional_db, log):
    """A table whose records are named by one of two columns; yields the id of the record of its first row."""
    owner = connections["owner"]
    guard = RequireLeaf("guarded_note", "note", request.param)
    with owner.cursor() as cursor, owner.schema_editor() as editor:
        cursor.execute(CREATE)
        cursor.execute(GRANT)
        guard.database_forwards("audit", editor, None, None)
    yield 1 if request.param == "id" else 9
    with owner.cursor() as cursor:
        cursor.execute("DROP TABLE guarded_note; DROP FUNCTION guarded_note_requires_leaf")


def change(statement: str, *leaves: tuple[str, int]) -> None:
    with transaction.atomic(), connection.cursor() as cursor:
        for kind, record_id in leaves:
            audit.record(ALICE, "note.edit", kind=kind, record_id=record_id)
        cursor.execute(statement)


@pytest.mark.committed
def test_with_its_entry_a_change_is_kept(guarded):
    change(INSERT, ("note", guarded))
    change(CHANGES[0], ("note", guarded))
    change(CHANGES[1], ("note", guarded))


@pytest.mark.committed
@pytest.mark.parametrize("statement", CHANGES)
def test_without_an_entry_the_commit_fails(guarded, statement):
    change(INSERT, ("note", guarded))
    with pytest.raises(IntegrityError, match="no leaf, no change"):
        change(statement)


@pytest.mark.committed
def test_an_entry_of_another_kind_record_or_transaction_does_not_do(guarded):
    change(INSERT, ("note", guarded))
    for leaf in (("case", guarded), ("note", guarded + 1)):
        with pytest.raises(IntegrityError):
            change(CHANGES[0], leaf)


@pytest.mark.committed
def test_the_entry_may_come_after_the_change(guarded):
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(INSERT)
        audit.record(ALICE, "note.open", kind="note", record_id=guarded)


@pytest.mark.committed
def test_the_application_cannot_set_the_guard_aside(guarded):
    for attempt in ("ALTER TABLE guarded_note DISABLE TRIGGER ALL", "SET session_replication_role = replica"):
        with pytest.raises(Exception, match=r"must be owner|permission denied"), connection.cursor() as cursor:
            cursor.execute(attempt)


def test_the_guard_names_what_it_guards():
    guard = RequireLeaf("cases_case", "case")
    assert "cases_case" in guard.describe()
    assert guard.deconstruct()[1] == ("cases_case", "case")
