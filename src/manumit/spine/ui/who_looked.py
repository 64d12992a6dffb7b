"""Who looked at a record, by pages, as its screens show it."""

from collections.abc import Callable
from typing import Any

from django.http import HttpRequest

from manumit.spine.audit import questions as log
from manumit.spine.identity.choices import Purpose
from manumit.spine.records import Record

LONGEST_KEY = 18


def page_of(request: HttpRequest, record: Record, what: Callable[[log.Act], object]) -> dict[str, Any]:
    """Return the lines of one page, newest first, and the key of the older one; `what` names what was read."""
    page = log.readers_of(record.kind, record.pk, before=before(request))
    return {
        "lines": [{"act": act, "what": what(act), "purpose": purpose(act)} for act in page.acts],
        "older": page.older,
    }


def before(request: HttpRequest) -> int | None:
    """Return the key from which the address continues, None where it names none that can be."""
    text = request.GET.get("before", "")
    return int(text) if text.isascii() and text.isdecimal() and len(text) <= LONGEST_KEY else None


def purpose(act: log.Act) -> str:
    """Return what somebody looked for, in words."""
    return str(Purpose(act.purpose).label) if act.purpose in Purpose.values else act.purpose
