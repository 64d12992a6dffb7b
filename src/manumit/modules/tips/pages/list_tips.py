"""Lists of tips: the queue of triage, all of them, those of a case."""

from django.http import HttpRequest, HttpResponse
from django.utils import timezone

from manumit.spine.access.middleware import asking
from manumit.spine.access.routes import guarded_of_any_kind, signed_in
from manumit.spine.records import Record
from manumit.spine.ui import faces, render

from ..choices import Channel
from ..clocks import TRIAGE
from ..procedure import TIP
from ..questions import MOST, Narrowing, list_tips, waiting

TITLES = {state.name: state.title for state in TIP.states}


@signed_in("Each person sees the tips their agency's triage let them see")
def all_tips(request: HttpRequest) -> HttpResponse:
    """Show the newest, narrowed by disposition, channel, whose they are and unread words."""
    asked, actor = request.GET, asking(request)
    narrowing = Narrowing(
        asked.get("state", ""), asked.get("channel", ""), asked.get("mine") == "yes", asked.get("unread") == "yes"
    )
    page = list_tips(actor, narrowing, after=asked.get("after") or None)
    kept = asked.copy()
    kept.pop("after", None)
    context = {
        "page": page, "rows": [(tip, TITLES[tip.state]) for tip in page.rows], "asked": narrowing,
        "states": TITLES.items(), "channels": Channel.choices, "query": kept.urlencode(),
        "triages": "triage" in actor.roles,
    }  # fmt: skip
    return render(request, "tips/list.html", context)


@signed_in("Nobody but those who triage sees a tip that waits: the policy says so")
def queue(request: HttpRequest) -> HttpResponse:
    """Show what waits for triage: somebody in danger first, then by when it is due."""
    rows = waiting(asking(request))
    context = {
        "rows": rows[:MOST], "most": MOST if len(rows) > MOST else None, "now": timezone.now(), "clock": TRIAGE,
    }  # fmt: skip
    return render(request, "tips/queue.html", context)


@guarded_of_any_kind("read_summary")
def of_case(request: HttpRequest, record: Record) -> HttpResponse:
    """Show the tips linked to a case that the asker may see."""
    narrowing = Narrowing(case=(record.kind, record.pk))
    page = list_tips(asking(request), narrowing, after=request.GET.get("after") or None)
    place = (record.kind, record.number)
    context = {
        "page": page, "rows": [(tip, TITLES[tip.state]) for tip in page.rows], "case": record,
        "case_name": faces.name_of(*place), "case_address": faces.address_of(*place),
    }  # fmt: skip
    return render(request, "tips/list.html", context)
