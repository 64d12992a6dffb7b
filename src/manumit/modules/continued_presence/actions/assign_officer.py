"""Who works on a request: given to a colleague, or all of somebody who leaves handed over at once."""

from django.utils.translation import gettext_lazy as _

from manumit.spine import audit
from manumit.spine.access import Denied, allowed, require
from manumit.spine.identity.actor import Actor
from manumit.spine.identity.models import Membership
from manumit.spine.records import action
from manumit.spine.workflow.beside import beside
from manumit.spine.workflow.notices import Receiver
from manumit.spine.workflow.notices.telling import tell
from manumit.spine.workflow.refusing import Refused

from ..choices import Stage
from ..events import TURN
from ..models import PresenceRequest
from ..questions import officers
from .reckoning import set_columns
from .save_answers import CLOSED

OPEN_TO_WORK = tuple(stage for stage in Stage if stage not in CLOSED)


@action("presence.assign")
def assign_officer(actor: Actor, request: PresenceRequest, member: Membership) -> PresenceRequest:
    """Give the request to `member`; a supervisor may, and its officer, who hands over what is theirs.

    Raises Denied or Hidden, Refused for somebody who does not ask for presence in the owner's agency now.
    """
    require(actor, "edit", request)
    request.refresh_from_db()
    supervises = allowed(actor, "concur", request)
    if not supervises and request.officer_id != actor.person_id:
        raise Denied(supervises)
    _demand_able(request.owner_id, member)
    _give(actor, request, member)
    return request


@action("presence.hand_over")
def hand_over(actor: Actor, officer_id: int | None, member: Membership) -> int:
    """Give every open request of `officer_id` (None: of nobody) in the actor's agency to `member`; return how many.

    Raises Refused for who supervises nothing here, for somebody who cannot work on them, and where there is none.
    """
    rows = PresenceRequest.objects.visible_to(actor, "concur").filter(owner=actor.agency_id, state__in=OPEN_TO_WORK)
    found = list(rows.filter(officer=officer_id).order_by("id"))
    if not found:
        raise Refused(_("You supervise no open request of this officer."))
    _demand_able(actor.agency_id, member)
    for request in found:
        _give(actor, request, member)
    return len(found)


def _demand_able(agency_id: int, member: Membership) -> None:
    if member.pk not in {each.pk for each in officers(agency_id)}:
        raise Refused(_("Choose an investigator or supervisor of the agency that asks."))


def _give(actor: Actor, request: PresenceRequest, member: Membership) -> None:
    set_columns(actor, request, {"officer": member.person})
    audit.record(actor, "presence.assign", kind=request.kind, record_id=request.pk, detail={"to": member.person_id})
    tell(TURN.code, beside(request), [Receiver(member.person_id, member.agency_id)], actor)
