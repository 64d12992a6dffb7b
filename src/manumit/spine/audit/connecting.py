"""Connections of the audit commands: their own, in autocommit, and the lock that makes a sequencer the only one."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import psycopg
from django.db import connections
from psycopg import Connection

LOCK = 0x4D41_4E55
TRY_LOCK = "SELECT pg_try_advisory_lock(%s)"
# A check may stream for minutes, and a seal must be on disk before the files outside have it.
OPTIONS = "-c synchronous_commit=on -c timezone=UTC -c client_encoding=UTF8 -c statement_timeout=0"
ALIAS = "sequencer"


@contextmanager
def connection(alias: str = ALIAS) -> Iterator[Connection[Any]]:
    """Open a connection to the database of `alias`, as its role, in autocommit, and close it afterwards.

    Apart from Django's, because COPY and snapshots need one that nobody else uses.
    """
    own = {name: value for name, value in _parameters(alias).items() if value not in ("", None)}
    opened = psycopg.connect(**own, autocommit=True, options=OPTIONS, application_name="manumit audit")
    try:
        yield opened
    finally:
        opened.close()


def is_only_sequencer(opened: Connection[Any]) -> bool:
    """Take the lock of the one sequencer for as long as the connection lives; False if another holds it."""
    row = opened.execute(TRY_LOCK, (LOCK,)).fetchone()
    return bool(row and row[0])


def _parameters(alias: str) -> dict[str, Any]:
    given = connections[alias].get_connection_params()
    wanted = {"dbname", "user", "password", "host", "port", "connect_timeout", "sslmode", "sslrootcert", "passfile"}
    return {name: value for name, value in given.items() if name in wanted or name.startswith("ssl")}
