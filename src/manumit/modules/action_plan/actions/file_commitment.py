"""File a commitment."""

from collections.abc import Mapping
from typing import Any

from django.utils import timezone

from manumit.spine.identity.actor import Actor
from manumit.spine.records import action

from ..choices import Status
from ..models import Commitment, DueDate
from .opening import agency_for, opened


@action("commitment.file")
def file_commitment(actor: Actor, values: Mapping[str, Any], *, source: str, origin: str = "entered") -> Commitment:
    """File a promise; it is its agency's where that agency is one of this install's, else the secretariat's.

    Raises Denied, ValidationError by field.
    """
    return filed(actor, values, source=source, origin=origin)


def filed(actor: Actor, values: Mapping[str, Any], *, source: str, origin: str = "entered") -> Commitment:
    """File within another action, which has begun already."""
    commitment = Commitment(**{"status": Status.NOT_STARTED, "status_since_at": timezone.now(), **values})
    owner = agency_for(commitment.agency_code)
    opened(
        actor, commitment, "commitment.file", source=source, origin=origin, owner_id=owner.pk if owner else None,
        agency=commitment.agency_code,
    )  # fmt: skip
    DueDate(
        commitment=commitment, due_on=commitment.due_on, words=commitment.due_words, set_at=commitment.opened_at
    ).save(force_insert=True)
    return commitment
