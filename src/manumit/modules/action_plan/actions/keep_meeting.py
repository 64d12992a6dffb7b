"""Keep a plan's working groups, meetings with their decisions, and reports."""

from collections.abc import Mapping, Sequence
from typing import Any, TypeVar

from manumit.spine.access import ScopedModel, require
from manumit.spine.identity.actor import Actor
from manumit.spine.records import action

from ..models import Meeting, MeetingDecision, Plan, PlanReport, WorkingGroup
from .opening import noted

R = TypeVar("R", bound=ScopedModel)


@action("plan.add_group")
def add_group(actor: Actor, plan: Plan, values: Mapping[str, Any]) -> WorkingGroup:
    """Add a working group. Raises Denied, ValidationError by field."""
    return _add(actor, plan, "plan.add_group", WorkingGroup(plan=plan, **values))


@action("plan.add_report")
def add_report(actor: Actor, plan: Plan, values: Mapping[str, Any]) -> PlanReport:
    """Add a published report. Raises Denied, ValidationError by field."""
    return _add(actor, plan, "plan.add_report", PlanReport(plan=plan, **values))


@action("plan.add_meeting")
def add_meeting(actor: Actor, plan: Plan, values: Mapping[str, Any], decisions: Sequence[str] = ()) -> Meeting:
    """Add a meeting and what it decided. Raises Denied, ValidationError by field."""
    meeting = _add(actor, plan, "plan.add_meeting", Meeting(plan=plan, **values))
    MeetingDecision.unscoped.bulk_create(MeetingDecision(meeting=meeting, text=each) for each in decisions)
    return meeting


def _add(actor: Actor, plan: Plan, verb: str, row: R) -> R:
    require(actor, "edit", plan)
    row.clean_fields(exclude=["plan", "group"])
    row.save(force_insert=True)
    noted(actor, plan, verb, {"row": row.pk})
    return row
