"""The notices to victims that wait, of all suspects of the agency, and one more of what happened."""

from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.translation import gettext as _

from manumit.spine.access.middleware import asking
from manumit.spine.access.routes import guarded, signed_in
from manumit.spine.ui import render
from manumit.spine.ui.forms import open_form

from ..actions.note_event import note_event
from ..models import Suspect
from ..questions import MOST, notices_due, numbers_of
from .asking import ask
from .forms import EventForm


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


@guarded("edit", "suspect")
def happened(request: HttpRequest, record: Suspect) -> HttpResponse:
    """Say what happened of which victims are told, where no step of the record says so: bail, an escape, a sentence."""
    form = open_form(EventForm, request)
    heading = _("What happened that victims are told of?")
    return ask(request, record, form, heading, lambda: note_event(asking(request), record, form.cleaned_data["event"]))
