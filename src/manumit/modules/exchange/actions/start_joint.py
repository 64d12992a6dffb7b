"""Start joint work on a record, and invite agencies to it."""

from dataclasses import dataclass
from datetime import date, datetime, time

from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from manumit.spine import audit
from manumit.spine.access import require
from manumit.spine.identity.actor import Actor
from manumit.spine.identity.choices import AgencyKind, Purpose
from manumit.spine.identity.models import Membership
from manumit.spine.records import Record, action, numbers, provenance, releasing
from manumit.spine.records.changing import step
from manumit.spine.records.releasable import Releasable
from manumit.spine.records.releasing import Terms
from manumit.spine.workflow.actions.release_record import demand_offer
from manumit.spine.workflow.beside import beside
from manumit.spine.workflow.notices.telling import supervisors, tell
from manumit.spine.workflow.refusing import Refused

from ..choices import JointAdds, JointState
from ..models import JointPartner, JointWork

PAPER = Releasable(
    JointWork.kind, {"summary": _("Invitation"), "entries": _("Log")},
    never_to=frozenset({AgencyKind.SERVICE_PROVIDER}),
)  # fmt: skip
"""How the paper itself is shown: not offered to the page of releases, since it goes with the work."""


@dataclass(frozen=True, slots=True)
class Plan:
    """What partners read of the record, what they may add to the log, to what aim, by what right, until which day."""

    aim: str
    authority: str
    groups: frozenset[str]
    may_add: frozenset[str]
    ends_on: date
    origin: str = "entered"


@action("joint.start")
def start_joint(actor: Actor, record: Record, plan: Plan) -> JointWork:
    """Lead joint work on a record of one's own agency; nobody takes part before they accept.

    Raises Denied or Hidden without permission `release` on the record, ValidationError by field, Refused where work on
    it is joint already.
    """
    require(actor, "release", record)
    made = _joint(actor, record, plan)
    require(actor, "create", made)
    _demand_sense(record, plan)
    made.number = numbers.allocate(JointWork.number_prefix)
    try:
        with transaction.atomic():
            made.save(force_insert=True)
    except IntegrityError as error:
        if "joint_one_open" not in str(error):
            raise
        raise Refused(_("Work on this record is joint already: invite agencies to that.")) from None
    step(made, actor, {})
    audit.record(actor, "joint.start", kind=made.kind, record_id=made.pk)
    detail = {"joint": made.number}
    audit.record(actor, f"{record.kind}.joint.start", kind=record.kind, record_id=record.pk, detail=detail)
    return made


@action("joint.invite")
def invite(actor: Actor, joint: JointWork, agency_id: int) -> JointPartner:
    """Let an agency read the invitation; its supervisors are told, and accept or decline.

    Raises Denied or Hidden without permission `move`, Refused for work that has ended or an agency invited already,
    ValidationError for one that may not receive the record.
    """
    require(actor, "move", joint)
    if joint.state != JointState.OPEN or joint.ends_on < timezone.localdate():
        raise Refused(_("This joint work has ended."))
    shown = releasing.release(actor, joint, terms_of(joint, agency_id, frozenset({"summary"})), PAPER)
    made = JointPartner(
        joint=joint, agency_id=agency_id, invited_at=timezone.now(), paper=shown,
        invited_by=Membership.objects.get(person=actor.person_id, agency=actor.agency_id),
    )  # fmt: skip
    try:
        with transaction.atomic():
            made.save(force_insert=True)
    except IntegrityError as error:
        if "joint_partner_once" not in str(error):
            raise
        raise Refused(_("This agency was invited already.")) from None
    audit.record(actor, "joint.invite", kind=joint.kind, record_id=joint.pk, detail={"agency": agency_id})
    tell("joint_invited", beside(joint), supervisors(agency_id), actor)
    return made


def terms_of(joint: JointWork, agency_id: int, groups: frozenset[str]) -> Terms:
    """Return a release to a partner that ends with the work."""
    return Terms(
        agency_id=agency_id,
        groups=groups,
        purposes=frozenset({Purpose.INVESTIGATION.value}),
        authority=f"{joint.number}: {joint.authority}",
        expires_at=timezone.make_aware(datetime.combine(joint.ends_on, time.max)),
    )


def _joint(actor: Actor, record: Record, plan: Plan) -> JointWork:
    now = timezone.now()
    return JointWork(
        owner_id=actor.agency_id, opened_at=now, changed_at=now, state_since_at=now,
        provenance=provenance.begin(provenance.said(str(_("Proposed by the lead")))), origin=plan.origin,
        record_kind=record.kind, record_id=record.pk, record_number=record.number, aim=plan.aim.strip(),
        authority=plan.authority.strip(), groups=releasing.in_order(record.kind, plan.groups | {"summary"}),
        may_add=sorted(plan.may_add), ends_on=plan.ends_on,
    )  # fmt: skip


def _demand_sense(record: Record, plan: Plan) -> None:
    checks = {
        "aim": (bool(plan.aim.strip()), _("Say to what aim you work together.")),
        "authority": (bool(plan.authority.strip()), _("Name the legal authority it rests on.")),
        "groups": (plan.groups <= set(demand_offer(record).groups), _("Choose among the groups that can be released.")),
        "may_add": (plan.may_add <= set(JointAdds.values), _("Choose among what can be added.")),
        "ends_on": (plan.ends_on >= timezone.localdate(), _("It must end in the future.")),
    }
    if wrong := {name: [text] for name, (fine, text) in checks.items() if not fine}:
        raise ValidationError(wrong)
