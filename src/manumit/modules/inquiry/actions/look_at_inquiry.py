"""Look at an inquiry: reading answers is logged."""

from manumit.spine import audit
from manumit.spine.access import require
from manumit.spine.identity.actor import Actor
from manumit.spine.records import action

from ..models import Inquiry


@action("inquiry.read")
def look_at_inquiry(actor: Actor, inquiry: Inquiry) -> None:
    """Log that the actor looks at an inquiry they may read. Raises Denied, Hidden."""
    require(actor, "read_summary", inquiry)
    audit.record(actor, "inquiry.read", kind=Inquiry.kind, record_id=inquiry.pk, group="answers")
