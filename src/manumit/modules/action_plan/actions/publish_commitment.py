"""Publish a commitment, and take it back."""

from django.utils.translation import gettext_lazy as _

from manumit.spine.access import require
from manumit.spine.identity.actor import Actor
from manumit.spine.records import action
from manumit.spine.records.changing import write

from ..models import Commitment
from .opening import noted
from .publishing import publish_again, withdraw


@action("commitment.publish")
def publish_commitment(actor: Actor, commitment: Commitment, *, expected_version: int) -> Commitment:
    """Put the commitment with its accepted reports before the public. Raises Denied, Conflict, NothingToChange."""
    return _set(actor, commitment, True, expected_version)


@action("commitment.withdraw")
def withdraw_commitment(actor: Actor, commitment: Commitment, *, expected_version: int) -> Commitment:
    """Take the commitment from the public at once. Raises Denied, Conflict, NothingToChange."""
    return _set(actor, commitment, False, expected_version)


def _set(actor: Actor, commitment: Commitment, published: bool, version: int) -> Commitment:
    require(actor, "supervise", commitment)
    write(
        commitment,
        actor,
        {"published": published},
        expected_version=version,
        source=str(_("Decided by the secretariat")),
    )
    if published:
        publish_again(commitment)
    else:
        withdraw(commitment)
    noted(actor, commitment, "commitment.publish" if published else "commitment.withdraw", {})
    return commitment
