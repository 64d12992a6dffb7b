"""The three roles of the database, and the database itself.

The owner holds the schema and migrates; the application reads and writes rows; the sequencer seals the audit log.
None is a superuser, none may create roles or databases, and each enters by a password checked with SCRAM.
"""

from collections.abc import Mapping
from dataclasses import dataclass

import psycopg
from psycopg import sql

OWNER, APP, SEQUENCER = "manumit_owner", "manumit_app", "manumit_sequencer"
ALIASES = {"default": APP, "owner": OWNER, "sequencer": SEQUENCER}
"""Which role each of Django's database aliases is."""

ONE_AT_A_TIME = 7_236_011
"""The advisory lock under which roles are made, so that two starts at once do not both create one."""

MIGRATIONS_ROLE_SETTINGS = {"lock_timeout": "30s", "idle_in_transaction_session_timeout": "10min"}
SESSION_SETTINGS = {
    OWNER: MIGRATIONS_ROLE_SETTINGS,
    APP: {"statement_timeout": "60s", "lock_timeout": "10s", "idle_in_transaction_session_timeout": "30s"},
    SEQUENCER: {"statement_timeout": "60s", "lock_timeout": "5s", "idle_in_transaction_session_timeout": "10s"},
}
"""Limits of each role's sessions: an open transaction holds the audit log's horizon, so it may not stay idle."""


@dataclass(frozen=True, slots=True)
class Roles:
    """Which of the roles and database were found missing and made."""

    made: tuple[str, ...]


def ensure(admin: psycopg.Connection[tuple[object, ...]], database: str, passwords: Mapping[str, str]) -> Roles:
    """Make the roles and the database that are missing, as a role that may create both; change none that exist.

    `passwords` maps each role to its password. `admin` must be in autocommit mode: CREATE DATABASE demands it.
    """
    admin.execute("SELECT pg_advisory_lock(%s)", [ONE_AT_A_TIME])
    try:
        made = [role for role in SESSION_SETTINGS if _make_role(admin, role, passwords[role])]
        if _make_database(admin, database):
            made.append(database)
    finally:
        admin.execute("SELECT pg_advisory_unlock(%s)", [ONE_AT_A_TIME])
    return Roles(tuple(made))


def _make_role(admin: psycopg.Connection[tuple[object, ...]], role: str, password: str) -> bool:
    if admin.execute("SELECT FROM pg_roles WHERE rolname = %s", [role]).rowcount:
        return False
    name, secret = sql.Identifier(role), sql.Literal(password)
    # PostgreSQL 15 lets the owner of a database into its public schema only as a role that inherits.
    rights = sql.SQL("INHERIT" if role == OWNER else "NOINHERIT")
    with admin.transaction():
        admin.execute(sql.SQL("CREATE ROLE {} LOGIN {} PASSWORD {}").format(name, rights, secret))
        for setting, value in SESSION_SETTINGS[role].items():
            command = sql.SQL("ALTER ROLE {} SET {} = {}")
            admin.execute(command.format(name, sql.Identifier(setting), sql.Literal(value)))
    return True


def _make_database(admin: psycopg.Connection[tuple[object, ...]], database: str) -> bool:
    if admin.execute("SELECT FROM pg_database WHERE datname = %s", [database]).rowcount:
        return False
    name, owner = sql.Identifier(database), sql.Identifier(OWNER)
    others = sql.SQL(", ").join([sql.Identifier(APP), sql.Identifier(SEQUENCER)])
    admin.execute(sql.SQL("CREATE DATABASE {} OWNER {} TEMPLATE template0").format(name, owner))
    admin.execute(sql.SQL("REVOKE ALL ON DATABASE {} FROM PUBLIC").format(name))
    admin.execute(sql.SQL("GRANT CONNECT ON DATABASE {} TO {}").format(name, others))
    return True
