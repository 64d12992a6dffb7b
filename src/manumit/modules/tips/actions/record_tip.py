"""Write down what somebody told the agency by telephone, in person or otherwise."""

import secrets

from manumit.spine.access import Denied, allowed
from manumit.spine.identity.actor import Actor
from manumit.spine.records import action

from ..form_token import FormToken
from .arrival import Arrival, Receipt, drafted, file
from .receive_tip import kept_once


def record_tip(actor: Actor, arrival: Arrival, form: FormToken | None = None) -> Receipt:
    """Keep a tip that the actor's agency was told, and return number and secret to be told to its giver.

    Sent again with the same `form` it is kept once and told the same. Who wrote it down may not read it again before it
    was triaged, unless they triage. Raises Denied without permission `create`, Refused where nothing was said.
    """
    sent = form or FormToken(secrets.token_urlsafe(16))
    return kept_once(sent, lambda: _record(actor, arrival, sent))


@action("tip.record")
def _record(actor: Actor, arrival: Arrival, form: FormToken) -> Receipt:
    tip = drafted(actor.agency_id, arrival)
    decision = allowed(actor, "create", tip)
    if not decision:
        raise Denied(decision)
    shown = file(actor, tip, arrival, form, "tip.record")
    return Receipt(tip.number, shown)
