"""What each role may do: the application cannot rewrite the log, and nobody else may at all."""

import psycopg
import pytest
from django.apps import apps
from django.core.exceptions import ImproperlyConfigured
from django.db import connection, connections, transaction

from manumit.project.database import grants

ALL = ["default", "owner", "sequencer"]
OURS = [m for m in apps.get_models() if m.__module__.startswith("manumit.")]


def execute(alias: str, statement: str) -> None:
    """Run a statement as the role of `alias` and roll it back."""
    given = connections[alias].get_connection_params()
    wanted = {name: given[name] for name in ("dbname", "user", "password", "host", "port")}
    with psycopg.connect(**wanted) as own:
        own.execute(statement.encode())
        own.rollback()


def may(role: str, table: str) -> set[str]:
    words = ("SELECT", "INSERT", "UPDATE", "DELETE", "TRUNCATE", "REFERENCES", "TRIGGER")
    held = {word for word in words if _ask("has_table_privilege", role, table, word)}
    return held | ({"INSERT"} if _ask("has_any_column_privilege", role, table, "INSERT") else set())


def _ask(function: str, *given: str) -> bool:
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT {function}(%s, %s, %s)", given)
        return cursor.fetchone()[0]


@pytest.mark.django_db
def test_tests_run_as_the_application() -> None:
    with connection.cursor() as cursor:
        cursor.execute("SELECT current_user, session_user")
        assert cursor.fetchone() == ("manumit_app", "manumit_app")


@pytest.mark.django_db
@pytest.mark.parametrize("model", OURS, ids=lambda m: m._meta.label)
def test_each_table_has_what_its_model_declares(model) -> None:
    expected = (
        {"SELECT", "INSERT"} if getattr(model, "append_only", False) else {"SELECT", "INSERT", "UPDATE", "DELETE"}
    )
    if getattr(model, "written_by", "app") == "sequencer":
        assert may("manumit_app", model._meta.db_table) == {"SELECT"}
        assert may("manumit_sequencer", model._meta.db_table) == expected
    else:
        assert may("manumit_app", model._meta.db_table) == expected
        assert may("manumit_sequencer", model._meta.db_table) <= {"SELECT"}


@pytest.mark.django_db
@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE audit_entry SET verb = 'x'",
        "DELETE FROM audit_entry",
        "TRUNCATE audit_entry",
        "DROP TABLE audit_entry",
        "ALTER TABLE audit_entry DISABLE TRIGGER ALL",
        "ALTER TABLE audit_entry ADD COLUMN more text",
        "INSERT INTO audit_entry (id, verb) VALUES (1, 'x')",
        "INSERT INTO audit_leaf VALUES (0, 1, '\\x00')",
        "UPDATE audit_heartbeat SET size = 0",
        "SELECT setval(pg_get_serial_sequence('audit_entry', 'id'), 1)",
        "TRUNCATE identity_agency CASCADE",
        "DELETE FROM django_migrations",
        "CREATE TABLE mine (id int)",
        "CREATE TEMPORARY TABLE mine (id int)",
        "SET ROLE manumit_owner",
        "SET SESSION AUTHORIZATION manumit_owner",
        "CREATE ROLE mine",
        "ALTER ROLE manumit_app SUPERUSER",
        "COPY identity_agency TO PROGRAM 'cat'",
    ],
)
def test_the_application_is_refused(statement: str) -> None:
    with pytest.raises((psycopg.errors.InsufficientPrivilege, psycopg.errors.InvalidGrantOperation)):
        execute("default", statement)


@pytest.mark.django_db
@pytest.mark.parametrize(
    "statement", ["DELETE FROM audit_leaf", "SELECT * FROM identity_person", "DROP TABLE audit_leaf"]
)
def test_the_sequencer_is_refused(statement: str) -> None:
    with pytest.raises(psycopg.errors.InsufficientPrivilege):
        execute("sequencer", statement)


@pytest.mark.django_db
def test_an_idle_transaction_cannot_hold_the_log_back() -> None:
    with connection.cursor() as cursor:
        cursor.execute("SHOW idle_in_transaction_session_timeout")
        assert cursor.fetchone() == ("30s",)


@pytest.mark.committed
def test_granting_again_changes_nothing() -> None:
    owner = connections["owner"]
    with transaction.atomic(using="owner"):  # undone: other tests' own tables would lose what they were given
        before = _privileges(owner)
        grants.apply(owner)
        assert _privileges(owner) == before
        transaction.set_rollback(True, using="owner")


def _privileges(owner) -> list[tuple[str, str]]:
    """Return the privileges on each table of the product, by its name; tables that tests make say `_tests_`."""
    with owner.cursor() as cursor:
        cursor.execute(
            "SELECT relname, relacl::text FROM pg_class WHERE relnamespace = 'public'::regnamespace ORDER BY 1"
        )
        found = [(name, ",".join(sorted((acl or "").strip("{}").split(",")))) for name, acl in cursor.fetchall()]
    return [(name, acl) for name, acl in found if "_tests_" not in name]


def test_a_field_called_written_by_is_refused_rather_than_making_its_table_read_only(monkeypatch) -> None:
    model = OURS[0]
    monkeypatch.setattr(model, "written_by", model._meta.pk, raising=False)
    with pytest.raises(ImproperlyConfigured, match="A field needs another name"):
        list(grants.of(model))
