"""Doing something once, however often a job runs."""

from collections.abc import Collection

from django.db import connection

from .models import Deed


def once(key: str) -> bool:
    """Say whether the deed `key` is yours to do: True for the first transaction that commits it, False ever after.

    Call it first in the transaction that does the deed. A second one that asks meanwhile waits for the first to end.
    Raises RuntimeError outside a transaction, where the note could stand without the deed.
    """
    return key in once_each([key])


def once_each(keys: Collection[str]) -> set[str]:
    """Say which of many deeds are yours to do, as `once` says of one."""
    if not connection.in_atomic_block:
        raise RuntimeError("jobs.once outside a transaction: note and deed must commit together")
    if not keys:
        return set()
    with connection.cursor() as cursor:
        cursor.execute(
            f"INSERT INTO {Deed._meta.db_table} (key, done_at) SELECT key, now() FROM unnest(%s::text[]) AS of (key)"
            " ON CONFLICT (key) DO NOTHING RETURNING key",
            [sorted(set(keys))],
        )
        return {key for (key,) in cursor.fetchall()}
