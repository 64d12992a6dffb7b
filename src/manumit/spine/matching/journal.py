"""Noting what changed: in the transaction that changes it, so that no action can forget it and no roll-back leaves it.

Each profile takes its notes in by itself (`indexing.take_in`); until then a search reads the noted records anew. A note
is a row of its own, never written over: what changed again while it was taken in is still noted.
"""

from collections.abc import Collection

from .linkable import linkables
from .models import PendingChange


def note(kind: str, ids: Collection[int]) -> None:
    """Note that records of `kind` changed, for each profile that compares something of them."""
    profiles = sorted({profile for each in linkables() if each.kind == kind for profile in each.profiles})
    PendingChange.objects.bulk_create(
        [PendingChange(profile=profile, kind=kind, record_id=id_) for profile in profiles for id_ in ids],
        batch_size=5000,
    )
