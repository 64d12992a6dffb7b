"""Write down what somebody told the agency by telephone, in person or otherwise."""

import secrets

from manumit.spine.access import Denied, allowed
from manumit.spine.identity.actor import Actor
from manumit.spine.records import action

from ..form_token import FormToken
from .arrival import Arrival, Receipt, drafted, file


@action("tip.record")
def record_tip(actor: Actor, arrival: Arrival) -> Receipt:
    """Keep a tip that the actor's agency was told, and return number and secret to be told to its giver.

    Who wrote it down may not read it again before it was triaged, unless they triage. Raises Denied without
    permission `create`, Refused where nothing was said.
    """
    tip = drafted(actor.agency_id, arrival)
    decision = allowed(actor, "create", tip)
    if not decision:
        raise Denied(decision)
    shown = file(actor, tip, arrival, FormToken(secrets.token_urlsafe(16)), "tip.record")
    return Receipt(tip.number, shown)
