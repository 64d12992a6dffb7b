"""Pause a membership, or resume it."""

from manumit.spine import audit
from manumit.spine.identity.actor import Actor
from manumit.spine.identity.models import Membership
from manumit.spine.records import action

from .held import hold, keep_an_administrator


@action("membership.pause")
def pause_membership(actor: Actor | None, membership: Membership) -> None:
    """Stop the person acting for the agency from their next request on. Raises Denied, Refused."""
    kept = hold(actor, membership)
    kept.active = False
    kept.save(update_fields=["active"])
    keep_an_administrator(kept.agency_id)
    audit.record(actor, "membership.pause", kind="membership", record_id=kept.pk)


@action("membership.resume")
def resume_membership(actor: Actor | None, membership: Membership) -> None:
    """Let the person act for the agency again, without an end. Raises Denied, Refused."""
    kept = hold(actor, membership)
    kept.active, kept.until_on = True, None
    kept.save(update_fields=["active", "until_on"])
    audit.record(actor, "membership.resume", kind="membership", record_id=kept.pk)
