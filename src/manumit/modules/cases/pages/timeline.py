"""The whole timeline of a case, newest first, a page at a time."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.utils.safestring import mark_safe

from manumit.spine.access import Hidden, allowed
from manumit.spine.access.middleware import asking
from manumit.spine.access.routes import guarded
from manumit.spine.ui import render

from .. import questions
from ..models import Case
from .sections import Writer, timeline
from .show_case import identity_of

PAGE = 100
LONGEST_ID = 18


@guarded("read_narrative", "case")
def show_timeline(request: HttpRequest, record: Case) -> HttpResponse:
    """Show a hundred events; `after` in the address is the last one of the page before."""
    actor = asking(request)
    found = questions.events_of(record, most=PAGE + 1, after=_after(request, record)) or []
    people = questions.people_of(record)
    writer = Writer(record, people or (), bool(allowed(actor, "edit", record)))
    shown = found[:PAGE]
    context: dict[str, Any] = {
        "events": mark_safe(timeline(writer, shown)) if shown else "",  # noqa: S308 - escaped where it is written
        "older": f"?after={shown[-1].pk}" if len(found) > PAGE else "",
        "first": "after" in request.GET,
        "may_add": writer.editable,
    }
    return render(request, "cases/timeline.html", {**identity_of(record), **context})


def _after(request: HttpRequest, case: Case) -> Any:
    text = request.GET.get("after", "")
    if not text:
        return None
    readable = text.isascii() and text.isdecimal() and len(text) <= LONGEST_ID
    event = questions.event_of(case, int(text)) if readable else None
    if event is None:
        raise Hidden
    return event
