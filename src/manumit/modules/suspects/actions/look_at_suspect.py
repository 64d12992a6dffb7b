"""Look at a suspect: the owner sees every use of what they share (28 CFR 23.20(g): a log of each dissemination)."""

from manumit.spine import audit
from manumit.spine.access import require
from manumit.spine.access.resting import rests_on
from manumit.spine.identity.actor import Actor
from manumit.spine.records import action

from ..models import Suspect


@action("suspect.read")
def look_at_suspect(actor: Actor, suspect: Suspect) -> None:
    """Log that the actor looks at a suspect they may read. Raises Denied, Hidden."""
    require(actor, "read_summary", suspect)
    told = rests_on(actor, suspect)
    audit.record(actor, "suspect.read", kind=suspect.kind, record_id=suspect.pk, group="summary", detail=told)
