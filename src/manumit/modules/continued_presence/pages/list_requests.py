"""The queue: what waits, how old it is, when it is due."""

from django.http import HttpRequest, HttpResponse
from django.utils import timezone

from manumit.spine.access.routes import signed_in
from manumit.spine.ui import render
from manumit.spine.ui.refusing import asking

from .. import queue_file
from ..actions.take_queue import take_queue
from ..choices import Stage
from ..questions import list_requests as ask_list

BEGINS = frozenset({"investigator", "supervisor"})
TAKES = frozenset({"supervisor", "presence_intake", "presence_oversight"})


@signed_in("Each person sees the requests in their agency's hands; others see an empty list")
def list_requests(request: HttpRequest) -> HttpResponse:
    """Show the newest, narrowed to a stage, or give the queue as a table to whoever may take it."""
    actor, stage = asking(request), request.GET.get("stage", "")
    if request.GET.get("form") == "csv":
        take_queue(actor)
        return queue_file.answer_with(actor)
    stages = [stage] if stage in Stage.values else []
    page = ask_list(actor, stages=stages, after=request.GET.get("after") or None)
    today = timezone.now()
    rows = [
        {"row": row, "stage": Stage(row.state).label, "days": (today - row.state_since_at).days} for row in page.rows
    ]
    context = {
        "rows": rows, "page": page, "stages": Stage.choices, "stage": stage, "now": today,
        "may_begin": bool(BEGINS & actor.roles), "may_take": bool(TAKES & actor.roles),
        "supervises": "supervisor" in actor.roles,
    }  # fmt: skip
    return render(request, "continued_presence/list.html", context)
