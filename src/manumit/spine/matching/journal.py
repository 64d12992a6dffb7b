"""Noting what changed: in the transaction that changes it, so that no action can forget it and no roll-back leaves it.

Each profile takes its notes in by itself (`indexing.take_in`); until then a search reads the noted records anew. A note
is a row of its own, never written over: what changed again while it was taken in is still noted.
"""

from collections.abc import Collection

from django.db import connection

from .linkable import profiles_of

NOTE = """
INSERT INTO matching_pendingchange (profile, kind, record_id, noted_at)
SELECT profile, %s, record_id, now() FROM unnest(%s::text[]) AS profile, unnest(%s::bigint[]) AS record_id
"""
"""One statement whatever the number: as rows of a model the notes were two fifths of the cost of a bulk import."""


def note(kind: str, ids: Collection[int]) -> None:
    """Note that records of `kind` changed, for each profile that compares something of them."""
    note_for(profiles_of(kind), kind, ids)


def note_for(profiles: Collection[str], kind: str, ids: Collection[int]) -> None:
    """Note records of `kind` for just these profiles."""
    if profiles and ids:
        with connection.cursor() as cursor:
            cursor.execute(NOTE, [kind, list(profiles), list(ids)])
