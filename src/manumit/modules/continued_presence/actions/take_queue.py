"""Take the queue of one's agency away, as a table of numbers, stages and days."""

from manumit.spine import audit
from manumit.spine.identity.actor import Actor
from manumit.spine.records import action

from ..models import PresenceRequest

ACT = "take_queue"


@action("presence.queue")
def take_queue(actor: Actor) -> int:
    """Keep in the log that the actor took the queue, and how many rows; return how many."""
    rows = PresenceRequest.objects.visible_to(actor, ACT).count()
    audit.record(actor, "presence.queue", kind=PresenceRequest.kind, detail={"rows": rows})
    return rows
