"""Give a tip to somebody to work on."""

from datetime import date

from django.utils.translation import gettext_lazy as _

from manumit.spine import audit
from manumit.spine.access import require
from manumit.spine.identity.actor import Actor
from manumit.spine.identity.models import Membership
from manumit.spine.records import action, provenance
from manumit.spine.records.rows import count_version
from manumit.spine.workflow.actions.assigning import demand_able
from manumit.spine.workflow.beside import beside
from manumit.spine.workflow.notices import Receiver
from manumit.spine.workflow.notices.telling import tell
from manumit.spine.workflow.refusing import Refused

from ..events import TIP_GIVEN
from ..models import Tip


@action("tip.give")
def give_to(actor: Actor, tip: Tip, member: Membership, *, expected_version: int, due_on: date | None = None) -> Tip:
    """Give `tip` to a member of its agency, who is told, to be done by `due_on` where given.

    Raises Denied or Hidden without permission `edit`, Conflict, Refused before triage, for somebody of another agency
    or whose role does not open it.
    """
    require(actor, "edit", tip)
    if tip.state != "pending":
        raise Refused(_("Only a tip that is pending is given to somebody: triage it first, or open it again."))
    if member.agency_id != tip.owner_id:
        raise Refused(_("They do not act for the agency that received the tip."))
    demand_able(member, tip)
    steps = {"assigned_to": (tip.assigned_to_id, member.person_id), "due_on": (tip.due_on, due_on or tip.due_on)}
    changed = {name: pair for name, pair in steps.items() if pair[0] != pair[1]}
    said = provenance.said("Decided by the agency")
    count_version(
        tip,
        actor,
        changed,
        said,
        expected_version=expected_version,
        assigned_to_id=member.person_id,
        due_on=due_on or tip.due_on,
    )
    audit.record(actor, "tip.give", kind=tip.kind, record_id=tip.pk, detail={"to": member.person_id})
    tell(TIP_GIVEN.code, beside(tip), [Receiver(member.person_id, member.agency_id)], actor)
    return tip
