"""A database for one run of the tests: named after the run, migrated by the owner, used as the application's role.

Any number of runs share one server. Each holds an advisory lock on its database's name while it lives; the next run
drops every test database whose lock nobody holds. Rows of tests that commit are cleared through the owner.
"""

import os
import secrets
from collections.abc import Iterator, Mapping
from contextlib import contextmanager

import psycopg
from django.db import connections
from psycopg import sql

from . import migrating, roles
from .address import Address

SERVER = "MANUMIT_TEST_SERVER"
"""The environment variable that names another server than the embedded one, by a superuser's address."""

PREFIX = "manumit_test_"
KEPT = ("django_migrations", "django_content_type", "auth_permission")
LOCK = "SELECT pg_try_advisory_lock(hashtext(%s))"

Connection = psycopg.Connection[tuple[object, ...]]


@contextmanager
def database(server: Address, passwords: Mapping[str, str]) -> Iterator["Trial"]:
    """Make the run's database on `server` (a superuser's address), point Django at it, and drop it afterwards.

    Yields the `Trial`, by which tests that commit are cleared.
    """
    with psycopg.connect(server.conninfo, autocommit=True) as admin:
        name = f"{PREFIX}{os.getpid()}_{secrets.token_hex(3)}"
        admin.execute(LOCK, [name])
        sweep(admin)
        roles.ensure(admin, name, passwords)
        point_django_at(server.at(name), passwords)
        migrating.bring_up_to_date()
        let_tests_set_scenes(admin, server.at(name).as_role(roles.OWNER, passwords[roles.OWNER]))
        try:
            yield Trial(server.at(name).as_role(roles.OWNER, passwords[roles.OWNER]))
        finally:
            connections.close_all()
            _drop(admin, name)


def sweep(admin: Connection) -> list[str]:
    """Drop the databases of runs that died, and return their names."""
    names = [str(row[0]) for row in admin.execute("SELECT datname FROM pg_database").fetchall()]
    dead = [name for name in names if name.startswith(PREFIX) and _free(admin, name)]
    for name in dead:
        _drop(admin, name)
        admin.execute("SELECT pg_advisory_unlock(hashtext(%s))", [name])
    return dead


def _free(admin: Connection, name: str) -> bool:
    """Whether no living run holds `name`; a run's own lock is held by this very session and can be taken again."""
    held = "SELECT FROM pg_locks WHERE locktype = 'advisory' AND objid::bigint = hashtext(%s)::bigint & 4294967295"
    taken = admin.execute(held, [name]).rowcount or admin.execute(LOCK, [name]).fetchone() != (True,)
    return not taken


def _drop(admin: Connection, name: str) -> None:
    admin.execute(sql.SQL("DROP DATABASE IF EXISTS {} WITH (FORCE)").format(sql.Identifier(name)))


def point_django_at(place: Address, passwords: Mapping[str, str]) -> None:
    """Make each of Django's aliases enter `place` as its role."""
    for alias, role in roles.ALIASES.items():
        address = place.as_role(role, passwords[role])
        connections[alias].close()
        connections[alias].settings_dict.update(
            NAME=address.name, USER=address.user, PASSWORD=address.password, HOST=address.host, PORT=str(address.port),
            OPTIONS=dict(address.options), CONN_MAX_AGE=0,
        )  # fmt: skip


def let_tests_set_scenes(admin: Connection, owner: Address) -> None:
    """Let the tests of this database put people and agencies there without a leaf, until one asks for the guard.

    Scenes are set by the hundred. What actions do with people and agencies is tested under the guard as in use, by
    those who set `tests.scene` off (the fixture `identity_guarded`).
    """
    with psycopg.connect(owner.conninfo) as connection:
        connection.execute(SCENES)
    admin.execute(_named("ALTER DATABASE {} SET tests.scene = 'on'", owner.name))


class Trial:
    """The database of this run, and the rows that migrations left in it."""

    def __init__(self, owner: Address) -> None:
        self.owner = owner
        with psycopg.connect(owner.conninfo) as connection:
            self.seed = {table: _copy_out(connection, table) for table in _filled(connection)}

    def clear(self) -> None:
        """Empty every table as the owner, set its numbering back, and put the seeded rows in again."""
        with psycopg.connect(self.owner.conninfo, options="-c lock_timeout=10s") as connection:
            tables = _filled(connection)
            _truncate(connection, tables)
            for table in set(self.seed) & set(tables):
                with connection.cursor().copy(_named("COPY {} FROM STDIN", table)) as rows:
                    rows.write(self.seed[table])


def _copy_out(connection: Connection, table: str) -> bytes:
    with connection.cursor().copy(_named("COPY {} TO STDOUT", table)) as rows:
        return b"".join(bytes(block) for block in rows)


def _filled(connection: Connection) -> list[str]:
    """Return the tables that hold rows, asking once for all."""
    tables = [str(row[0]) for row in connection.execute(TABLES, [list(KEPT)])]
    asked = [_named("SELECT {1} WHERE EXISTS (SELECT FROM {0})", table) for table in tables]
    return [str(row[0]) for row in connection.execute(sql.SQL(" UNION ALL ").join(asked))]


def _truncate(connection: Connection, tables: list[str]) -> None:
    """Truncate also what refuses it: the owner may set a table's guard aside, which the application may not."""
    if not tables:
        return
    guards = [(str(table), str(guard), str(how)) for table, guard, how in connection.execute(GUARDS, [tables])]
    for table, guard, _ in guards:
        connection.execute(_named("ALTER TABLE {} DISABLE TRIGGER {}", table, guard))
    names = sql.SQL(", ").join(sql.Identifier(table) for table in tables)
    connection.execute(sql.SQL("TRUNCATE {} RESTART IDENTITY CASCADE").format(names))
    for table, guard, how in guards:
        connection.execute(_named(f"ALTER TABLE {{}} {how} TRIGGER {{}}", table, guard))


def _named(template: str, *names: str) -> sql.Composed:
    """Return the template with its names quoted; a table's own name as text is `{1}` of one name."""
    quoted: list[sql.Composable] = [sql.Identifier(name) for name in names]
    return sql.SQL(template).format(*quoted, sql.Literal(names[0]))


SCENES = r"""
DO $do$
DECLARE guard text;
BEGIN
    FOR guard IN SELECT pg_get_functiondef(oid) FROM pg_proc WHERE proname LIKE 'identity\_%\_requires\_leaf' LOOP
        EXECUTE regexp_replace(guard, 'BEGIN',
            'BEGIN IF current_setting(''tests.scene'', true) = ''on'' THEN RETURN NULL; END IF;');
    END LOOP;
END $do$;
"""
TABLES = "SELECT tablename FROM pg_tables WHERE schemaname = 'public' AND NOT tablename = ANY(%s)"
GUARDS = """
SELECT c.relname, t.tgname, CASE t.tgenabled WHEN 'A' THEN 'ENABLE ALWAYS' ELSE 'ENABLE' END
FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid
WHERE NOT t.tgisinternal AND t.tgtype & 32 > 0 AND c.relname = ANY(%s)
"""
"""The triggers that refuse TRUNCATE, and how each is switched on again."""
