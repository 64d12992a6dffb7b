"""What a record's own page shows of the work beside it."""

from django.http import HttpRequest
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.safestring import SafeString

from manumit.spine.access.middleware import asking
from manumit.spine.records import Record
from manumit.spine.workflow import questions

from . import faces


def panel_of(request: HttpRequest, record: Record) -> SafeString:
    """Return the panel: flags that stand, clocks that run, how many tasks are open, and the way to all of it."""
    actor = asking(request)
    standing = questions.standing_beside(actor, record)
    clocks = questions.clocks_beside(actor, record) if standing["clock"] else []
    context = {
        "clocks": [clock for clock in clocks if clock.stopped_at is None],
        "flags": questions.flags_beside(actor, record) if standing["flag"] else [],
        "tasks": standing["task"],
        "address": reverse("record_work", args=[record.kind, record.number]),
        "pages": faces.pages_beside(actor, record),
    }
    return render_to_string("ui/work/panel.html", context, request)
