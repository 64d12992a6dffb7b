"""Write into the log of joint work, and say that something in it is done."""

from datetime import date

from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from manumit.spine import audit
from manumit.spine.access import require
from manumit.spine.identity.actor import Actor
from manumit.spine.identity.models import Agency
from manumit.spine.records import action
from manumit.spine.workflow.beside import beside, demand_words
from manumit.spine.workflow.notices.telling import supervisors, tell
from manumit.spine.workflow.refusing import Refused

from ..choices import JointAdds, JointState, PartnerState
from ..models import JointEntry, JointPartner, JointWork


@action("joint.add")
def add_to_joint(
    actor: Actor,
    joint: JointWork,
    adds: str,
    text: str,
    *,
    for_agency_id: int | None = None,
    due_on: date | None = None,
) -> JointEntry:
    """Write a note, a task for an agency that takes part, or a fact for the lead to take into the record.

    Raises Denied or Hidden without permission `contribute`, Refused for what the lead does not let partners add, for
    work that has ended, and for a task without an agency that takes part.
    """
    require(actor, "contribute", joint)
    _demand_open(joint)
    if actor.agency_id != joint.owner_id and adds not in joint.may_add:
        raise Refused(_("The lead does not let partners add this."))
    if adds not in JointAdds.values:
        raise Refused(_("Choose among what can be added."))
    told = _works(joint) - {actor.agency_id}
    _demand_receiver(joint, adds, for_agency_id)
    made = JointEntry(
        joint=joint, adds=adds, agency_id=actor.agency_id, person_id=actor.person_id, at=timezone.now(),
        text=demand_words(text, _("Write something.")), due_on=due_on if adds == JointAdds.TASK else None,
        for_agency_id=for_agency_id if adds == JointAdds.TASK else None,
    )  # fmt: skip
    made.save(force_insert=True)
    audit.record(actor, "joint.add", kind=joint.kind, record_id=joint.pk, detail={"adds": adds, "entry": made.pk})
    for agency_id in sorted(told):
        tell("joint_added", beside(joint), supervisors(agency_id), actor)
    return made


@action("joint.finish")
def finish_entry(actor: Actor, joint: JointWork, entry_id: int) -> JointEntry:
    """Say that a task of the actor's agency is done, or, as the lead, that a fact was taken into the record.

    Raises Denied or Hidden without permission `contribute`, Refused for what is not theirs or done already.
    """
    require(actor, "contribute", joint)
    _demand_open(joint)
    found = JointEntry.unscoped.filter(joint=joint, pk=entry_id).select_for_update().first()
    theirs = {JointAdds.TASK: found and found.for_agency_id, JointAdds.FACT: joint.owner_id}
    if found is None or found.done_at or theirs.get(JointAdds(found.adds)) != actor.agency_id:
        raise Refused(_("This is not yours to finish, or is done already."))
    found.done_at, found.done_by_id = timezone.now(), actor.person_id
    found.save(update_fields=["done_at", "done_by"])
    audit.record(actor, "joint.finish", kind=joint.kind, record_id=joint.pk, detail={"entry": found.pk})
    return found


def _demand_open(joint: JointWork) -> None:
    if joint.state != JointState.OPEN or joint.ends_on < timezone.localdate():
        raise Refused(_("This joint work has ended."))


def _demand_receiver(joint: JointWork, adds: str, agency_id: int | None) -> None:
    takes_part = agency_id in _works(joint) and Agency.objects.filter(pk=agency_id, active=True).exists()
    if adds == JointAdds.TASK and not takes_part:
        raise Refused(_("Say which of the agencies that take part is to do it."))


def _works(joint: JointWork) -> set[int]:
    rows = JointPartner.unscoped.filter(joint=joint, state=PartnerState.WORKS)
    return {joint.owner_id, *rows.values_list("agency", flat=True)}
