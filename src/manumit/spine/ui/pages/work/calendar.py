"""A calendar feed: what is due, by record and number alone, at a secret address."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone, translation
from django.utils.translation import gettext as _
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
    """Answer with the calendar of whoever made the address, as far as they may see it now, in their language."""
    live = CalendarFeed.objects.filter(token_hash=secret_tokens.digest(token), revoked_at=None)
    kept = live.select_related("membership__person").first()
    actor = kept and actor_for(kept.membership_id, Purpose.INVESTIGATION)
    if not kept or not actor or not actor.active:
        raise Http404
    with translation.override(kept.membership.person.language):
        book = written(*questions.due_lines(actor), request.get_host())
    answer = HttpResponse(book, content_type="text/calendar; charset=utf-8")
    answer["Cache-Control"] = "private, no-store"
    answer["Referrer-Policy"] = "no-referrer"
    return answer


def written(lines: list[Line], more: bool, host: str) -> bytes:
    """Return an iCalendar (RFC 5545) of `lines`: each names its record's kind and number, nothing of what is to do.

    `host` keeps apart what several installs put into one calendar. That there is more stands on the day of today.
    """
    from icalendar import Calendar

    book = Calendar()
    book.add("prodid", "-//Manumit//EN")
    book.add("version", "2.0")
    for line in lines:
        name = faces.name_of(line.record_kind, line.record_number)
        book.add_component(_event(f"{line.thing}-{line.key}@{host}", name, line.due))
    if more:
        told = _("There is more than a calendar shows: see My work")
        book.add_component(_event(f"more@{host}", told, timezone.localdate()))
    return bytes(book.to_ical())


def _event(uid: str, summary: str, due: date | None) -> Event:
    from icalendar import Event

    event = Event()
    event.add("uid", uid)
    event.add("dtstamp", timezone.now().astimezone(UTC))
    event.add("summary", summary)
    event.add("class", "CONFIDENTIAL")
    if isinstance(due, datetime):
        event.add("dtstart", (due - HALF_HOUR).astimezone(UTC))
        event.add("dtend", due.astimezone(UTC))
    elif isinstance(due, date):
        event.add("dtstart", due)
        event.add("dtend", due + timedelta(days=1))
    return event
