"""Tell those whose turn it is, and the representative that something changed; the notice itself says nothing more."""

from manumit.spine.identity.actor import Actor
from manumit.spine.identity.models import Membership
from manumit.spine.workflow.beside import beside
from manumit.spine.workflow.notices import Receiver
from manumit.spine.workflow.notices.telling import tell

from ..choices import Stage
from ..events import MOVED, TURN
from ..models import PresenceRequest

OFFICERS = ("investigator", "supervisor")
TURNS = {
    Stage.DRAFT: ("owner_id", OFFICERS),
    Stage.CONCURRENCE: ("owner_id", ("supervisor",)),
    Stage.SPONSOR_REVIEW: ("sponsor_id", ("presence_sponsor",)),
    Stage.SUBMITTED: ("decider_id", ("presence_intake",)),
    Stage.INTAKE_CHECK: ("decider_id", ("presence_intake",)),
    Stage.INFORMATION: ("owner_id", OFFICERS),
    Stage.VETTING: ("decider_id", ("presence_reviewer",)),
    Stage.DECISION: ("decider_id", ("presence_decider",)),
    Stage.GRANTED: ("decider_id", ("presence_intake",)),
    Stage.EXTENSION: ("decider_id", ("presence_decider",)),
}
"""Whose turn it is in a stage: which agency, which roles. In all others the officers of the owner are told."""


def tell_whose_turn(actor: Actor, request: PresenceRequest) -> None:
    """Write the notices, in the caller's transaction."""
    whose, roles = TURNS.get(request.stage, ("owner_id", OFFICERS))
    tell(TURN.code, beside(request), receivers(getattr(request, whose), roles), actor)
    if request.represented:
        tell(MOVED.code, beside(request), receivers(request.representative_id, ("presence_counsel",)), actor)


def receivers(agency_id: int, roles: tuple[str, ...]) -> list[Receiver]:
    """Return the active people of an agency in any of `roles`."""
    rows = Membership.objects.filter(agency=agency_id, active=True, person__is_active=True, roles__overlap=list(roles))
    return [Receiver(person, agency_id) for person in rows.values_list("person", flat=True).order_by("person")]
