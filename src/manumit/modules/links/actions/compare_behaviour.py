"""Compare the behaviour in a case with that in others."""

from manumit.spine import audit
from manumit.spine.identity.actor import Actor
from manumit.spine.records import Record, action

from ..alike import Alike, ranked


@action("links.behaviour.read")
def compare_behaviour(actor: Actor, record: Record) -> list[Alike] | None:
    """Return the records most alike in behaviour that the actor may read, and log the look at each. See `ranked`."""
    found = ranked(actor, record)
    shown = [audit.Subject(each.kind, each.record_id) for each in found or ()]
    audit.record_many(actor, "links.behaviour.read", [audit.Subject(record.kind, record.pk), *shown])
    return found
