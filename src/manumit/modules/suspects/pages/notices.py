"""The notices to victims that wait, of all suspects of the agency."""

from django.http import HttpRequest, HttpResponse
from django.utils import timezone

from manumit.spine.access.middleware import asking
from manumit.spine.access.routes import signed_in
from manumit.spine.ui import render

from ..questions import MOST, notices_due, numbers_of


@signed_in("Each person sees the notices of suspects of their agency whose proceedings they may read")
def notices(request: HttpRequest) -> HttpResponse:
    """Show what victims are still to be told, the earliest due first."""
    actor, today = asking(request), timezone.localdate()
    found = notices_due(actor)
    known = numbers_of(actor, {each.suspect_id for each in found})
    rows = [
        {"notice": each, "suspect": known[each.suspect_id], "overdue": each.due_on < today}
        for each in found[:MOST]
        if each.suspect_id in known
    ]
    return render(request, "suspects/notices.html", {"rows": rows, "most": MOST if len(found) > MOST else None})
