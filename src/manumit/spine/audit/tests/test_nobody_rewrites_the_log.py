"""What the roles are refused: everything but adding entries as the application, and leaves as the sequencer."""

import pytest
from django.db import DatabaseError, connections, transaction

REWRITES = [
    "UPDATE audit_entry SET verb = 'x'",
    "DELETE FROM audit_entry",
    "TRUNCATE audit_entry",
    "UPDATE audit_leaf SET position = position + 1",
    "DELETE FROM audit_leaf",
    "TRUNCATE audit_leaf",
]
APPLICATION = [
    *REWRITES,
    "INSERT INTO audit_leaf VALUES (0, 1, '\\x00')",
    "UPDATE audit_heartbeat SET beat_at = now()",
    "INSERT INTO audit_heartbeat VALUES (1, now(), 0, 0)",
    "INSERT INTO audit_entry (id, purpose, verb, kind, group_name, detail) VALUES (5, '', '', '', '', '{}')",
    "INSERT INTO audit_entry (txid, purpose, verb, kind, group_name, detail) VALUES ('5', '', '', '', '', '{}')",
    "INSERT INTO audit_entry (at, purpose, verb, kind, group_name, detail) VALUES (now(), '', '', '', '', '{}')",
    "SELECT setval('audit_entry_id_seq', 1000000)",
    "ALTER SEQUENCE audit_entry_id_seq RESTART",
    "DROP TABLE audit_entry",
    "DROP TABLE audit_leaf CASCADE",
    "ALTER TABLE audit_entry ADD COLUMN extra text",
    "ALTER TABLE audit_entry DISABLE TRIGGER ALL",
    "ALTER TABLE audit_entry OWNER TO manumit_app",
    "DROP TRIGGER audit_entry_append_only ON audit_entry",
    "CREATE OR REPLACE FUNCTION audit_refuse_rewriting() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END'",
    "CREATE RULE hide AS ON INSERT TO audit_entry DO INSTEAD NOTHING",
    "CREATE TABLE audit_entry_shadow (id bigint)",
    "CREATE TEMPORARY TABLE audit_entry (id bigint)",
    "SET ROLE manumit_owner",
    "SET ROLE manumit_sequencer",
    "SET SESSION AUTHORIZATION manumit_owner",
    "SET session_replication_role = replica",
    "LOCK TABLE audit_entry IN ACCESS EXCLUSIVE MODE",
]
SEQUENCER = [
    *REWRITES,
    "INSERT INTO audit_entry (purpose, verb, kind, group_name, detail) VALUES ('', '', '', '', '{}')",
    "DROP TABLE audit_leaf",
    "ALTER TABLE audit_leaf DISABLE TRIGGER ALL",
    "SET ROLE manumit_owner",
    "SET session_replication_role = replica",
]
OWNER = [*REWRITES, "SET session_replication_role = replica"]


def attempts():
    for alias, statements in (("default", APPLICATION), ("sequencer", SEQUENCER), ("owner", OWNER)):
        yield from (pytest.param(alias, statement, id=f"{alias}: {statement[:60]}") for statement in statements)


@pytest.mark.committed
@pytest.mark.parametrize(("alias", "statement"), [*attempts()])
def test_rewriting_is_refused(alias, statement):
    refusals = r"permission denied|must be (owner|able)|append-only|is not permitted|no schema"
    with pytest.raises(DatabaseError, match=refusals), transaction.atomic(alias):
        connections[alias].cursor().execute(statement)


@pytest.mark.committed
@pytest.mark.parametrize("alias", ["default", "sequencer", "owner"])
def test_no_role_is_superuser(alias):
    with connections[alias].cursor() as cursor:
        cursor.execute("SELECT rolsuper OR rolcreaterole OR rolbypassrls FROM pg_roles WHERE rolname = current_user")
        assert cursor.fetchone() == (False,)


@pytest.mark.committed
def test_the_application_cannot_grant_itself_more():
    with connections["default"].cursor() as cursor:
        cursor.execute("GRANT UPDATE ON audit_entry TO manumit_app")  # PostgreSQL only warns that nothing was granted
        cursor.execute("SELECT has_table_privilege('audit_entry', 'UPDATE, DELETE, TRUNCATE, TRIGGER, REFERENCES')")
        assert cursor.fetchone() == (False,)
