"""Correct what is known of a commitment; its sentence is locked."""

from collections.abc import Mapping
from typing import Any

from manumit.spine.access import require
from manumit.spine.identity.actor import Actor
from manumit.spine.records import action, change

from ..models import Commitment
from .opening import noted
from .publishing import publish_again


@action("commitment.edit")
def edit_commitment(
    actor: Actor, commitment: Commitment, changes: Mapping[str, Any], *, expected_version: int, source: str
) -> Commitment:
    """Write `changes`; what the public reads follows where the commitment is published.

    Raises Denied or Hidden, Conflict, NothingToChange, ValidationError, ValueError for a locked field.
    """
    require(actor, "supervise", commitment)
    done = change(commitment, actor, changes, expected_version=expected_version, source=source)
    publish_again(commitment)
    noted(actor, commitment, "commitment.edit", {"fields": sorted(done.changes)})
    return commitment
