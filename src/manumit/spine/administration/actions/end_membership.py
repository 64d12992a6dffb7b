"""End a membership."""

from datetime import date

from manumit.spine import audit
from manumit.spine.identity.actor import Actor
from manumit.spine.identity.models import Membership
from manumit.spine.records import action

from .held import hold, keep_an_administrator


@action("membership.end")
def end_membership(actor: Actor | None, membership: Membership, until_on: date) -> None:
    """Let the membership end after the day `until_on`; a day gone by ends it now. Raises Denied, Refused."""
    kept = hold(actor, membership)
    kept.until_on = until_on
    kept.save(update_fields=["until_on"])
    keep_an_administrator(kept.agency_id)
    detail = {"until_on": until_on.isoformat()}
    audit.record(actor, "membership.end", kind="membership", record_id=kept.pk, detail=detail)
