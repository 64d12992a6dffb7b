"""What follows an invitation: accept, decline, leave; and what ends joint work."""

from collections.abc import Sequence
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from manumit.spine import audit
from manumit.spine.access import allowed, kinds, require
from manumit.spine.access.actors import actor_for
from manumit.spine.access.models import Release
from manumit.spine.identity.actor import Actor
from manumit.spine.identity.choices import Purpose
from manumit.spine.records import Record, action, releasing
from manumit.spine.records.changing import lock, write
from manumit.spine.records.choices import Ended
from manumit.spine.workflow.actions.release_record import demand_offer
from manumit.spine.workflow.beside import beside
from manumit.spine.workflow.notices.telling import supervisors, tell
from manumit.spine.workflow.refusing import Refused

from ..choices import JointState, PartnerState
from ..models import JointPartner, JointWork
from .start_joint import PAPER, terms_of

VOID = _("The invitation no longer stands: the lead must invite your agency anew.")


@action("joint.accept")
def accept_invitation(actor: Actor, joint: JointWork) -> JointPartner:
    """Take part: the record and the log are released to the actor's agency now, by the permission of who invited it.

    Raises Denied or Hidden without permission `answer`, Refused without a standing invitation, ValidationError as a
    release does: the nation's word is asked now.
    """
    require(actor, "answer", joint)
    partner = _mine(actor, joint, PartnerState.INVITED)
    record = _record(joint)
    giver = _giver(partner, record)
    terms = terms_of(joint, actor.agency_id, frozenset(joint.groups))
    read = releasing.release(actor, record, terms, demand_offer(record), offered_by_id=giver.person_id)
    shown = terms_of(joint, actor.agency_id, frozenset({"entries"}))
    paper = releasing.release(actor, joint, shown, PAPER, offered_by_id=giver.person_id)
    partner.paper, partner.record = paper, read
    _answered(actor, joint, partner, PartnerState.WORKS)
    return partner


@action("joint.decline")
def decline_invitation(actor: Actor, joint: JointWork) -> JointPartner:
    """Decline: the invitation is shown no more. Raises Denied, Hidden, Refused without a standing invitation."""
    require(actor, "answer", joint)
    partner = _mine(actor, joint, PartnerState.INVITED)
    _answered(actor, joint, partner, PartnerState.DECLINED)
    _close(actor, joint, [partner])
    return partner


@action("joint.leave")
def leave(actor: Actor, joint: JointWork) -> JointPartner:
    """Take part no more: what was released for it ends. Raises Denied, Hidden, Refused for who takes no part."""
    require(actor, "answer", joint)
    partner = _mine(actor, joint, PartnerState.WORKS)
    _answered(actor, joint, partner, PartnerState.LEFT)
    _close(actor, joint, [partner])
    return partner


@action("joint.part")
def part_with(actor: Actor, joint: JointWork, agency_id: int) -> JointPartner:
    """Let an agency take part no more, as the lead. Raises Denied, Hidden, Refused where it takes no part."""
    require(actor, "move", joint)
    partner = _partner(joint, agency_id, (PartnerState.INVITED, PartnerState.WORKS))
    _answered(actor, joint, partner, PartnerState.ENDED)
    _close(actor, joint, [partner])
    return partner


@action("joint.end")
def end_joint(actor: Actor, joint: JointWork, *, expected_version: int) -> JointWork:
    """End it for all, as the lead: what was released for it ends at once. Raises Denied, Hidden, Refused, Conflict."""
    require(actor, "move", joint)
    if joint.state != JointState.OPEN:
        raise Refused(_("This joint work has ended."))
    _over(actor, joint, expected_version)
    return joint


@action("joint.run_out")
def run_out(nobody: Actor | None, joint: JointWork) -> bool:
    """Note joint work as ended whose day has passed or whose record has another owner; return whether this run did."""
    stands: JointWork = lock(joint)
    audit.record(None, "joint.run_out", kind=stands.kind, record_id=stands.pk)
    if stands.state != JointState.OPEN or not is_over(stands):
        return False
    _over(None, stands, stands.version)
    return True


def is_over(joint: JointWork) -> bool:
    """Whether its last day has passed or its record is no longer the lead's."""
    model: Any = kinds.get(joint.record_kind).model_class
    owned = model.unscoped.filter(pk=joint.record_id, owner=joint.owner_id).exists()
    return joint.ends_on < timezone.localdate() or not owned


def still_open() -> Sequence[JointWork]:
    """Return the joint work that is said to be open."""
    return list(JointWork.unscoped.filter(state=JointState.OPEN).order_by("id"))


def _over(actor: Actor | None, joint: JointWork, version: int) -> None:
    moved = {"state": JointState.ENDED, "state_since_at": timezone.now()}
    write(joint, actor, moved, expected_version=version, source=str(_("Decided by the lead, or by the calendar")))
    partners = list(_standing(joint).select_for_update())
    told = [each for partner in partners for each in supervisors(partner.agency_id)]
    tell("joint_moved", beside(joint), [*told, *(() if actor else supervisors(joint.owner_id))], actor)
    for partner in partners:
        partner.state, partner.answered_at = PartnerState.ENDED, timezone.now()
        partner.save(update_fields=["state", "answered_at"])
    _close(actor, joint, partners)
    audit.record(actor, "joint.end", kind=joint.kind, record_id=joint.pk)


def _close(actor: Actor | None, joint: JointWork, partners: Sequence[JointPartner]) -> None:
    """End every release that these partners have by this work."""
    agencies = [each.agency_id for each in partners]
    papers = Release.objects.filter(kind=joint.kind, record_id=joint.pk, agency__in=agencies, ended_at=None)
    records = Release.objects.filter(pk__in=[each.record_id for each in partners if each.record_id], ended_at=None)
    live = (papers | records).filter(expires_at__gt=timezone.now())
    releasing.end(actor, live.select_for_update().order_by("id"), Ended.RECALLED, joint.number)


def _answered(actor: Actor, joint: JointWork, partner: JointPartner, state: PartnerState) -> None:
    partner.state, partner.answered_at = state, timezone.now()
    partner.save(update_fields=["state", "answered_at", "paper", "record"])
    detail = {"agency": partner.agency_id, "state": state.value}
    audit.record(actor, f"joint.{_VERBS[state]}", kind=joint.kind, record_id=joint.pk, detail=detail)
    other = partner.agency_id if actor.agency_id == joint.owner_id else joint.owner_id
    tell("joint_moved", beside(joint), supervisors(other), actor)


_VERBS = {
    PartnerState.WORKS: "accept", PartnerState.DECLINED: "decline", PartnerState.LEFT: "leave",
    PartnerState.ENDED: "part",
}  # fmt: skip


def _mine(actor: Actor, joint: JointWork, state: PartnerState) -> JointPartner:
    return _partner(joint, actor.agency_id, (state,))


def _partner(joint: JointWork, agency_id: int, states: Sequence[PartnerState]) -> JointPartner:
    found: JointPartner | None = _standing(joint).filter(agency=agency_id, state__in=states).select_for_update().first()
    if found is None:
        raise Refused(_("This agency has no such part in it."))
    return found


def _standing(joint: JointWork) -> Any:
    return JointPartner.unscoped.filter(joint=joint, state__in=(PartnerState.INVITED, PartnerState.WORKS))


def _record(joint: JointWork) -> Record:
    model: Any = kinds.get(joint.record_kind).model_class
    found: Record | None = model.unscoped.filter(pk=joint.record_id).select_for_update(no_key=True).first()
    if found is None or found.owner_id != joint.owner_id or joint.state != JointState.OPEN:
        raise Refused(VOID)
    return found


def _giver(partner: JointPartner, record: Record) -> Actor:
    """Return who invited the agency, if they may still release the record."""
    giver = actor_for(partner.invited_by_id, Purpose.INVESTIGATION)
    if giver is None or not giver.active or not allowed(giver, "release", record):
        raise Refused(VOID)
    return giver
