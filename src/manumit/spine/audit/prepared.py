"""Statements the server keeps prepared, for the few that nearly every request runs."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from functools import lru_cache
from itertools import count
from typing import Any

from django.db import connections
from django.db.backends.base.base import BaseDatabaseWrapper
from psycopg import RawCursor
from psycopg.types.numeric import Int8


def wide(number: int | None) -> int | None:
    """Return a number as a bigint: numbers bound by their size would prepare the statement once for each width."""
    return None if number is None else Int8(number)


@contextmanager
def prepared(connection: BaseDatabaseWrapper) -> Iterator[Any]:
    """Open a cursor that keeps its statements prepared: parsed and planned once a connection, not once a request.

    Values are given by position, as `%s`.

    Where somebody counts or wraps Django's statements, theirs is used, so that none goes unseen.
    """
    connection = connections[connection.alias]  # Django's stand-in for it looks it up anew at each word
    if connection.queries_logged or connection.execute_wrappers:
        with connection.cursor() as watched:
            yield watched
        return
    connection.ensure_connection()
    connection.connection.prepare_threshold = 0
    with connection.wrap_database_errors, _Numbered(connection.connection) as cursor:
        yield cursor


class _Numbered(RawCursor[Any]):
    """Takes Django's `%s` and gives PostgreSQL its `$1`: psycopg reads a text of over 4,000 letters anew each time."""

    def execute(self, query: Any, params: Any = None, **options: Any) -> Any:
        return super().execute(_numbered(query), params, **options)


@lru_cache(maxsize=1024)
def _numbered(text: str) -> bytes:
    numbers = count(1)
    return PLACE.sub(lambda found: "%" if found[0] == "%%" else f"${next(numbers)}", text).encode()


PLACE = re.compile("%s|%%")
