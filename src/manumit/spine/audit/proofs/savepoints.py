"""Savepoints of a drill, which takes one for every deed and goes back to every fourth.

psycopg throws its prepared statements away at each word ROLLBACK, for the sake of tables that might be gone. A drill
creates none: it speaks to the server beside psycopg's books, so that what was prepared stays prepared. The server does
the same with either.
"""

from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from unittest.mock import patch

from django.db import DEFAULT_DB_ALIAS, connections
from psycopg import OperationalError
from psycopg.pq import ExecStatus

WORDS = {
    "_savepoint": "SAVEPOINT {}",
    "_savepoint_commit": "RELEASE SAVEPOINT {}",
    "_savepoint_rollback": "ROLLBACK TO SAVEPOINT {}",
}


@contextmanager
def kept_prepared() -> Iterator[None]:
    """Take savepoints so, inside a transaction. Raises psycopg's OperationalError where the server refuses one."""
    with ExitStack() as meanwhile:
        for name, words in WORDS.items():
            meanwhile.enter_context(patch.object(connections[DEFAULT_DB_ALIAS], name, _saying(words)))
        yield


def _saying(words: str) -> Callable[[str], None]:
    def say(sid: str) -> None:
        connection = connections[DEFAULT_DB_ALIAS]
        text = words.format(connection.ops.quote_name(sid))
        answer = connection.connection.pgconn.exec_(text.encode())
        if answer.status != ExecStatus.COMMAND_OK:
            raise OperationalError(f"{text}: {answer.error_message.decode(errors='replace')}")

    return say
