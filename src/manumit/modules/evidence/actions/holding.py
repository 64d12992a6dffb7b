"""Who has an item in hand."""

from django.utils.translation import gettext as _

from manumit.spine.identity.actor import Actor
from manumit.spine.workflow.refusing import Refused

from ..models import EvidenceItem


def demand_holder(actor: Actor, item: EvidenceItem) -> None:
    """Raise Refused unless the actor is the person who has `item`."""
    if item.in_hand.person_id != actor.person_id:
        raise Refused(_("Only who has it in hand can do that: take it first."))
