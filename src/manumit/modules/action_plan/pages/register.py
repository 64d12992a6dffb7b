"""The register: every commitment the task force shares, those due first first, and what waits for this person."""

from typing import Any
from urllib.parse import urlencode

from django.db.models import Q
from django.http import HttpRequest, HttpResponse
from django.urls import reverse

from manumit.spine.access.routes import guarded
from manumit.spine.ui import render
from manumit.spine.ui.refusing import asking

from .. import questions
from ..choices import ENDED, PlanPillar, Status
from .narrowing import choices_of, narrowed, position


@guarded("read_summary", "commitment")
def register(request: HttpRequest) -> HttpResponse:
    """Show a page of commitments, narrowed by what stands in the address."""
    actor, today = asking(request), questions.today()
    start = position(request)
    wanted = narrowed(request) & (Q(due_on__lt=today) & ~Q(status__in=ENDED) if "overdue" in request.GET else Q())
    found = questions.register(actor, wanted, start)
    quarter = questions.reporting_quarter(today)
    context = {
        "commitments": found[: questions.PAGE],
        "following": _following(request, start) if len(found) > questions.PAGE else "",
        "today": today,
        "ended": ENDED,
        "quarter": quarter,
        "unreported": questions.unreported(actor, quarter) if actor.roles & {"plan_contact", "plan_lead"} else 0,
        "overdue": questions.overdue(actor, today),
        "waiting": questions.waiting_reports(actor)[:10],
        "undecided": questions.undecided(actor) if "secretariat" in actor.roles else 0,
        "plans": questions.plans(actor)[:5],
        "pillars": choices_of(request, "pillar", PlanPillar.choices),
        "statuses": choices_of(request, "status", Status.choices),
        "secretariat": "secretariat" in actor.roles,
        "asked": {name: request.GET.get(name, "") for name in ("q", "agency")},
    }
    return render(request, "action_plan/register.html", context)


def _following(request: HttpRequest, start: int) -> str:
    asked: dict[str, Any] = {**request.GET.dict(), "start": start + questions.PAGE}
    return f"{reverse('action_plan:register')}?{urlencode(asked)}"
