"""Give a partner agency's own word on a joint commitment."""

from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from manumit.spine.access import Denied, require
from manumit.spine.identity.actor import Actor
from manumit.spine.identity.models import Agency
from manumit.spine.records import action

from ..choices import Status
from ..models import Commitment, JointWord
from ..refusing import Refused
from .opening import noted

PARTNERS = frozenset({"plan_contact", "plan_lead"})


@action("commitment.say_jointly")
def say_jointly(actor: Actor, commitment: Commitment, status: str, words: str = "") -> JointWord:
    """Say how far the commitment is for the actor's agency, one of its partners; it may disagree with others.

    Raises Denied or Hidden, Refused for an agency that is no partner.
    """
    decision = require(actor, "read_summary", commitment)
    if not actor.roles & PARTNERS:
        raise Denied(decision)
    code = Agency.objects.get(pk=actor.agency_id).short_name
    if code not in commitment.agencies:
        raise Refused(_("Your agency is no partner in this commitment."))
    word = JointWord(
        commitment=commitment, agency_code=code, status=Status(status), words=words.strip(), said_at=timezone.now()
    )
    word.save(force_insert=True)
    noted(actor, commitment, "commitment.say_jointly", {"agency": code, "status": status})
    return word
