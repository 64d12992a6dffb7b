"""Take a paper of a request away: the only thing that leaves."""

from typing import Any

from manumit.spine import audit
from manumit.spine.access import require
from manumit.spine.identity.actor import Actor
from manumit.spine.records import action

from ..models import PresenceRequest


@action("presence.paper")
def take_paper(actor: Actor, request: PresenceRequest, paper: Any) -> None:
    """Keep in the log that the actor took `paper`. Raises Denied or Hidden without the groups it is made of."""
    for group in paper.groups:
        require(actor, f"read_{group}", request)
    detail = {"paper": paper.name}
    audit.record(actor, "presence.paper", kind=request.kind, record_id=request.pk, group=paper.groups[0], detail=detail)
