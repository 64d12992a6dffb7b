"""Take back one's own judgement of a pair."""

from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from manumit.spine.identity.actor import Actor
from manumit.spine.records import action
from manumit.spine.workflow.refusing import Refused

from ..models import Candidate
from .judge import demand_own, held_by, log
from .standing import renew
from .telling import tell_sides


@action("links.judgement.withdraw")
def withdraw_judgement(actor: Actor, candidate: Candidate) -> None:
    """Take back what the actor said of a pair: it stands as before they said it, and what they said stays on file.

    Raises Hidden, Denied, Refused where they said nothing.
    """
    demand_own(actor, candidate)
    if not held_by(actor, candidate).update(withdrawn_at=timezone.now(), withdrawn_by=actor.person_id):
        raise Refused(_("You have not judged this pair: there is nothing to take back."))
    log(actor, "links.judgement.withdraw", candidate, {})
    renew(candidate)
    tell_sides([candidate])
