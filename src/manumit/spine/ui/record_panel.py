"""What a record's own page shows of the work beside it: flags above everything, the rest in a panel."""

from collections.abc import Mapping

from django.http import HttpRequest
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.safestring import SafeString

from manumit.spine.access.middleware import asking
from manumit.spine.records import Record
from manumit.spine.workflow import questions

from . import faces


def flags_of(request: HttpRequest, record: Record) -> SafeString:
    """Return the flags that stand, for the top of the page: on a telephone the panel comes after all that is known."""
    actor = asking(request)
    flags = questions.flags_beside(actor, record) if _standing(request, record)["flag"] else []
    return render_to_string("ui/work/flags.html", {"flags": flags}, request) if flags else SafeString()


def panel_of(request: HttpRequest, record: Record) -> SafeString:
    """Return the panel: clocks that run, how many tasks are open, and the way to all of it."""
    actor = asking(request)
    standing = _standing(request, record)
    clocks = questions.clocks_beside(actor, record) if standing["clock"] else []
    context = {
        "clocks": [clock for clock in clocks if clock.stopped_at is None],
        "tasks": standing["task"],
        "address": reverse("record_work", args=[record.kind, record.number]),
        "pages": faces.pages_beside(actor, record),
    }
    return render_to_string("ui/work/panel.html", context, request)


def _standing(request: HttpRequest, record: Record) -> Mapping[questions.Thing, int]:
    """Return what stands beside `record`, asked once for a page: flags and panel show the same moment."""
    known: dict[tuple[str, int], Mapping[questions.Thing, int]] = vars(request).setdefault("work_standing", {})
    place = (record.kind, record.pk)
    if place not in known:
        known[place] = questions.standing_beside(asking(request), record)
    return known[place]
