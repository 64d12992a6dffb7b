"""Withdraw an invitation."""

from django.utils import timezone

from manumit.spine import audit
from manumit.spine.access import require
from manumit.spine.identity.actor import Actor
from manumit.spine.identity.models import Invitation
from manumit.spine.records import action

from .vouch import open_invitation


@action("invitation.withdraw")
def withdraw_invitation(actor: Actor | None, invitation: Invitation) -> None:
    """Make the invitation worthless. Raises Denied, and Refused for one that is over already."""
    kept = open_invitation(invitation.pk)
    require(actor, "edit", kept)
    kept.withdrawn_at, kept.token_hash = timezone.now(), None
    kept.save()
    audit.record(actor, "invitation.withdraw", kind="invitation", record_id=kept.pk)
