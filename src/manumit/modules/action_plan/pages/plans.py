"""One plan: pillars, principles, priority actions word for word; its groups, meetings and reports."""

from typing import Any

from django.http import HttpRequest, HttpResponse

from manumit.spine.access import allowed
from manumit.spine.access.routes import guarded
from manumit.spine.identity.actor import Actor
from manumit.spine.ui import render
from manumit.spine.ui.refusing import asking

from .. import advice_questions
from ..models import Meeting, MeetingDecision, Pillar, Plan, PlanReport, Principle, PriorityAction, WorkingGroup
from ..nouns import of_kind


@guarded("read_summary", "plan")
def show_plan(request: HttpRequest, record: Plan) -> HttpResponse:
    """Show a plan."""
    actor = asking(request)
    context = {
        "plan": record,
        "may_edit": allowed(actor, "edit", record).allowed,
        "nouns": {each.name: each for each in of_kind("plan")},
        "pillars": _pillars(actor, record),
        "groups": WorkingGroup.objects.visible_to(actor).filter(plan=record),
        "meetings": _meetings(actor, record),
        "reports": PlanReport.objects.visible_to(actor).filter(plan=record).order_by("-year"),
    }
    return render(request, "action_plan/plan.html", context)


def _pillars(actor: Actor, plan: Plan) -> list[dict[str, Any]]:
    principles = list(Principle.objects.visible_to(actor).filter(plan=plan))
    actions = list(PriorityAction.objects.visible_to(actor).filter(plan=plan))
    under = {each.pk: [action for action in actions if action.principle_id == each.pk] for each in principles}
    return [
        {
            "pillar": pillar,
            "principles": [(each, under[each.pk]) for each in principles if each.pillar_id == pillar.pk],
        }
        for pillar in Pillar.objects.visible_to(actor).filter(plan=plan).order_by("position")
    ]


def _meetings(actor: Actor, plan: Plan) -> list[tuple[Meeting, list[tuple[MeetingDecision, Any]]]]:
    decisions = list(MeetingDecision.objects.visible_to(actor).filter(meeting__plan=plan))
    meetings = Meeting.objects.visible_to(actor).filter(plan=plan).order_by("-held_on")
    asked = advice_questions.beside(actor, decision__in=[each.pk for each in decisions])
    told = [(each, [pair for pair in asked if pair[0].decision_id == each.pk]) for each in decisions]
    return [(each, [pair for pair in told if pair[0].meeting_id == each.pk]) for each in meetings]
