"""Tell those whose turn it is, and the representative that something changed; the notice itself says nothing more."""

from manumit.spine.audit.prepared import asked
from manumit.spine.identity.actor import Actor
from manumit.spine.workflow.beside import beside
from manumit.spine.workflow.notices import Receiver
from manumit.spine.workflow.notices.telling import tell

from ..choices import Stage
from ..events import MOVED, TURN
from ..models import PresenceRequest

PEOPLE = """SELECT member.person_id FROM identity_membership member
JOIN identity_person person ON person.id = member.person_id AND person.is_active
WHERE member.agency_id = %s AND member.active AND member.roles && %s::varchar[] ORDER BY member.person_id"""
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
    told = of_owner(request, roles) if whose == "owner_id" else receivers(getattr(request, whose), roles)
    tell(TURN.code, beside(request), told, actor)
    if request.represented:
        tell(MOVED.code, beside(request), receivers(request.representative_id, ("presence_counsel",)), actor)


def receivers(agency_id: int, roles: tuple[str, ...]) -> list[Receiver]:
    """Return the active people of an agency in any of `roles`."""
    return [Receiver(person, agency_id) for (person,) in asked(PEOPLE, agency_id, list(roles))]


def of_owner(request: PresenceRequest, roles: tuple[str, ...]) -> list[Receiver]:
    """Return the request's officer where they still have one of `roles`, else everybody of the owner who has.

    So nothing waits for somebody who left.
    """
    everybody = receivers(request.owner_id, roles)
    mine = [each for each in everybody if each.person_id == request.officer_id]
    return mine if roles == OFFICERS and mine else everybody
