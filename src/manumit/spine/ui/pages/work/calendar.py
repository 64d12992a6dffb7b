"""A calendar feed: what is due, by record and number alone, at a secret address."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.views.decorators.http import require_POST

from manumit.spine.access.actors import actor_for
from manumit.spine.access.routes import open_to_all, signed_in
from manumit.spine.identity.choices import Purpose
from manumit.spine.workflow import questions
from manumit.spine.workflow.actions.make_calendar_feed import make_calendar_feed
from manumit.spine.workflow.actions.revoke_calendar_feed import revoke_calendar_feed
from manumit.spine.workflow.models import CalendarFeed
from manumit.spine.workflow.questions import Line
from manumit.values import secret_tokens

from ... import faces
from ...screen import render
from .asking import asking

if TYPE_CHECKING:
    from icalendar import Event

OWN_FEED = "Each person makes and revokes their own address"
HALF_HOUR = timedelta(minutes=30)


@signed_in(OWN_FEED)
def calendar(request: HttpRequest) -> HttpResponse:
    """Say whether there is an address, make one, revoke it."""
    live = CalendarFeed.objects.filter(membership=asking(request).membership_id or 0, revoked_at=None).first()
    return render(request, "ui/work/calendar.html", {"feed": live})


@signed_in(OWN_FEED)
@require_POST
def make(request: HttpRequest) -> HttpResponse:
    """Make an address and show it this once."""
    token = make_calendar_feed(asking(request))
    address = request.build_absolute_uri(f"/calendar/{token}/feed.ics")
    return render(request, "ui/work/calendar.html", {"address": address})


@signed_in(OWN_FEED)
@require_POST
def revoke(request: HttpRequest) -> HttpResponse:
    """Stop the address."""
    revoke_calendar_feed(asking(request))
    return redirect("calendar")


@open_to_all("The secret in the address is the key; it opens record numbers and days, and is revoked at once")
def feed(request: HttpRequest, token: str) -> HttpResponse:
    """Answer with the calendar of whoever made the address, as far as they may see it now."""
    kept = CalendarFeed.objects.filter(token_hash=secret_tokens.digest(token), revoked_at=None).first()
    actor = kept and actor_for(kept.membership_id, Purpose.INVESTIGATION)
    if not actor or not actor.active:
        raise Http404
    answer = HttpResponse(written(questions.due_lines(actor)), content_type="text/calendar; charset=utf-8")
    answer["Cache-Control"] = "private, no-store"
    answer["Referrer-Policy"] = "no-referrer"
    return answer


def written(lines: list[Line]) -> bytes:
    """Return an iCalendar of `lines`: each names its record's kind and number, nothing of what is to be done."""
    from icalendar import Calendar

    book = Calendar()
    book.add("prodid", "-//Manumit//EN")
    book.add("version", "2.0")
    for line in lines:
        book.add_component(_event(line))
    return bytes(book.to_ical())


def _event(line: Line) -> Event:
    from icalendar import Event

    event = Event()
    event.add("uid", f"{line.thing}-{line.key}@manumit")
    event.add("dtstamp", timezone.now().astimezone(UTC))
    event.add("summary", faces.name_of(line.record_kind, line.record_number))
    event.add("class", "CONFIDENTIAL")
    if isinstance(line.due, datetime):
        event.add("dtstart", (line.due - HALF_HOUR).astimezone(UTC))
        event.add("dtend", line.due.astimezone(UTC))
    elif isinstance(line.due, date):
        event.add("dtstart", line.due)
        event.add("dtend", line.due + timedelta(days=1))
    return event
