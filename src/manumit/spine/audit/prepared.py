"""Statements the server keeps prepared, for the few that nearly every request runs."""

import re
from functools import lru_cache
from itertools import count
from typing import Any

from django.db import DEFAULT_DB_ALIAS, connections
from django.db.backends.base.base import BaseDatabaseWrapper
from psycopg import RawCursor
from psycopg.types.numeric import Int8


def wide(number: int | None) -> int | None:
    """Return a number as a bigint: numbers bound by their size would prepare the statement once for each width."""
    return None if number is None else Int8(number)


class prepared:  # noqa: N801 - read as a verb: `with prepared(connection) as cursor`
    """Open a cursor that keeps its statements prepared: parsed and planned once a connection, not once a request.

    Values are given by position, as `%s`. Cursors are kept with their connection for the next to come: making one
    takes as long as asking with it. Where somebody counts or wraps Django's statements, theirs is used, so that none
    goes unseen.
    """

    def __init__(self, connection: BaseDatabaseWrapper) -> None:
        self.connection = connections[connection.alias]  # Django's stand-in for it looks it up anew at each word

    def __enter__(self) -> Any:
        """Return the cursor. Raises Django's OperationalError where no connection can be made."""
        connection = self.connection
        self.watched = bool(connection.queries_logged or connection.execute_wrappers)
        if self.watched:
            self.cursor: Any = connection.cursor()
            return self.cursor
        if connection.connection is None:
            connection.ensure_connection()
        self.spare = _spare_cursors(connection.connection)
        self.cursor = self.spare.pop() if self.spare else _Numbered(connection.connection)
        return self.cursor

    def __exit__(self, kind: Any, error: Any, trace: Any) -> None:
        """Keep the cursor, and raise what went wrong as Django's error of that name."""
        if self.watched:
            self.cursor.close()
        elif error is None:
            self.spare.append(self.cursor)
        else:
            self.connection.wrap_database_errors.__exit__(kind, error, trace)


def asked(text: str, *values: Any) -> list[Any]:
    """Return the rows of a statement on the default connection that stays prepared; whole numbers are bound wide."""
    with prepared(connections[DEFAULT_DB_ALIAS]) as cursor:
        cursor.execute(text, [wide(value) if type(value) is int else value for value in values])
        found: list[Any] = cursor.fetchall()
    return found


def _spare_cursors(connection: Any) -> "list[_Numbered]":
    """Return the cursors that wait at a connection of psycopg's; they end with it."""
    try:
        spare: list[_Numbered] = connection.manumit_spare_cursors
    except AttributeError:
        connection.prepare_threshold = 0
        spare = connection.manumit_spare_cursors = []
    return spare


class _Numbered(RawCursor[Any]):
    """Takes Django's `%s` and gives PostgreSQL its `$1`: psycopg reads a text of over 4,000 letters anew each time."""

    def execute(self, query: Any, params: Any = None, **options: Any) -> Any:
        return super().execute(_numbered(query), params, **options)


@lru_cache(maxsize=1024)
def _numbered(text: str) -> bytes:
    numbers = count(1)
    return PLACE.sub(lambda found: "%" if found[0] == "%%" else f"${next(numbers)}", text).encode()


PLACE = re.compile("%s|%%")
