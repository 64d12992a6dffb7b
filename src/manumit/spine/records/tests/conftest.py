"""Alice owns a note, Bob is her supervisor, Charlie a stranger."""

import base64
from collections.abc import Iterator

import pytest
from django.db import connections

from manumit.spine.access import kinds
from manumit.spine.audit.guards import RequireLeaf
from manumit.spine.identity.actor import Actor
from manumit.spine.identity.models import Agency, Person
from manumit.spine.records.sequences import NumberSequence

from . import notes

APPLICATION_ROLE = "manumit_app"


@pytest.fixture(scope="session")
def note_table(django_db_setup, django_db_blocker) -> None:
    """The table of notes as a migration would make it; it goes with the run's database.

    The tests of workflow use it too, as a fixture of their own, hence the look whether it is there.
    """
    table = notes.Note._meta.db_table
    with django_db_blocker.unblock(), connections["owner"].schema_editor() as editor:
        if table in connections["owner"].introspection.table_names():
            return
        editor.create_model(notes.Note)
        NumberSequence("N").database_forwards("records_tests", editor, None, None)
        RequireLeaf(table, "note").database_forwards("records_tests", editor, None, None)
        editor.execute(f"GRANT SELECT, INSERT, UPDATE, DELETE ON {table} TO {APPLICATION_ROLE}")
        editor.execute(f"GRANT USAGE ON SEQUENCE {table}_id_seq, record_number_n TO {APPLICATION_ROLE}")


@pytest.fixture
def kind(note_table) -> Iterator[kinds.Kind]:
    """The kind `note`, registered for one test."""
    yield kinds.register(notes.KIND)
    kinds.forget("note")


@pytest.fixture
def agencies(db) -> list[Agency]:
    """Two agencies."""
    return [Agency.objects.create(name=f"Agency {n}", short_name=f"A{n}", kind="tribal") for n in range(2)]


@pytest.fixture
def alice(agencies) -> Actor:
    """An investigator of the owning agency."""
    return actor("alice", agencies[0])


@pytest.fixture
def bob(agencies) -> Actor:
    """A supervisor of the same agency."""
    return actor("bob", agencies[0], "investigator", "supervisor")


@pytest.fixture
def charlie(agencies) -> Actor:
    """An investigator of another agency."""
    return actor("charlie", agencies[1])


def actor(name: str, agency: Agency, *roles: str) -> Actor:
    """Return somebody of `agency` who investigates."""
    person = Person.objects.create_user(f"{name}@example.org", name.title())
    return Actor(person.pk, agency.pk, frozenset(roles or ("investigator",)), "investigation", agency.kind)


@pytest.fixture
def note(kind, agencies) -> notes.Note:
    """A note of Alice's agency."""
    return notes.note(agencies[0], title="First", count=1)


@pytest.fixture
def wrapping_key(monkeypatch) -> bytes:
    """One wrapping key, in the environment."""
    key = bytes(range(32))
    monkeypatch.setenv("MANUMIT_SEAL_KEY", base64.b64encode(key).decode())
    return key
