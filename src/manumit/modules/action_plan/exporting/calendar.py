"""iCalendar (RFC 5545): the days on which promises are due, as all-day events."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import timedelta
from typing import TYPE_CHECKING

from ..choices import Status
from ..models import PublicCommitment

if TYPE_CHECKING:
    from icalendar import Event


def write(promises: Iterable[PublicCommitment], home: str) -> bytes:
    """Return the calendar; `home` is the site's address, ending in a slash. Promises without a date are left out."""
    from icalendar import Calendar

    calendar = Calendar()
    calendar.add("prodid", "-//Manumit//Action plan//EN")
    calendar.add("version", "2.0")
    for each in promises:
        if each.due_on:
            calendar.add_component(_event(each, home))
    return bytes(calendar.to_ical())


def _event(promise: PublicCommitment, home: str) -> Event:
    from icalendar import Event

    event = Event()
    event.add("uid", f"{promise.number}@promises")
    event.add("dtstamp", promise.changed_at)
    event.add("dtstart", promise.due_on)
    event.add("dtend", promise.due_on + timedelta(days=1) if promise.due_on else None)
    event.add("summary", f"{', '.join(promise.agencies)}: {promise.title}")
    event.add("description", str(Status(promise.status).label))
    event.add("url", f"{home}promises/{promise.number}/")
    return event
