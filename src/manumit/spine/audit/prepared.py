"""Statements the server keeps prepared, for the few that nearly every request runs."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from django.db import connections
from django.db.backends.base.base import BaseDatabaseWrapper
from psycopg import Cursor
from psycopg.types.numeric import Int8


def wide(number: int | None) -> int | None:
    """Return a number as a bigint: numbers bound by their size would prepare the statement once for each width."""
    return None if number is None else Int8(number)


@contextmanager
def prepared(connection: BaseDatabaseWrapper) -> Iterator[Any]:
    """Open a cursor that keeps its statements prepared: parsed and planned once a connection, not once a request.

    Where somebody counts or wraps Django's statements, theirs is used, so that none goes unseen.
    """
    connection = connections[connection.alias]  # Django's stand-in for it looks it up anew at each word
    if connection.queries_logged or connection.execute_wrappers:
        with connection.cursor() as watched:
            yield watched
        return
    connection.ensure_connection()
    connection.connection.prepare_threshold = 0
    with connection.wrap_database_errors, Cursor(connection.connection) as cursor:
        yield cursor
