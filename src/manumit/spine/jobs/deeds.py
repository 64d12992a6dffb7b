"""Doing something once, however often a job runs."""

from django.db import connection

from .models import Deed


def once(key: str) -> bool:
    """Say whether the deed `key` is yours to do: True for the first transaction that commits it, False ever after.

    Call it first in the transaction that does the deed. A second one that asks meanwhile waits for the first to end.
    Raises RuntimeError outside a transaction, where the note could stand without the deed.
    """
    if not connection.in_atomic_block:
        raise RuntimeError("jobs.once outside a transaction: note and deed must commit together")
    with connection.cursor() as cursor:
        cursor.execute(
            f"INSERT INTO {Deed._meta.db_table} (key, done_at) VALUES (%s, now()) ON CONFLICT (key) DO NOTHING",
            [key],
        )
        return bool(cursor.rowcount)
