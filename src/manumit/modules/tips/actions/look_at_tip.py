"""Look at a tip: the log says who did, and its giver's words count as read."""

from manumit.spine import audit
from manumit.spine.access import require
from manumit.spine.identity.actor import Actor
from manumit.spine.records import action

from ..models import Tip


@action("tip.read")
def look_at_tip(actor: Actor, tip: Tip) -> None:
    """Log that the actor looks at a tip they may read; for those who triage, its words are read then.

    Raises Denied, Hidden.
    """
    require(actor, "read_summary", tip)
    audit.record(actor, "tip.read", kind=tip.kind, record_id=tip.pk, group="summary")
    if tip.unread and "triage" in actor.roles and tip.owner_id == actor.agency_id:
        Tip.unscoped.filter(pk=tip.pk).update(unread=0)
