"""The queue of an agency as CSV: no name, no narrative, nothing but numbers, stages and days."""

import csv
import io
from collections.abc import Iterator

from django.http import HttpResponse
from django.utils import timezone

from manumit.spine.identity.actor import Actor

from .actions.take_queue import ACT
from .models import PresenceRequest

COLUMNS = ("number", "stage", "since", "days", "due", "last_day", "waits_for_answer", "missing")


def lines(actor: Actor) -> Iterator[tuple[object, ...]]:
    """Yield a row for each request the actor may take away, oldest first; times are UTC, days whole."""
    now = timezone.now()
    for row in PresenceRequest.objects.visible_to(actor, ACT).order_by("id").iterator():
        due = row.due_at.isoformat() if row.due_at else ""
        yield (
            row.number, row.state, row.state_since_at.isoformat(), (now - row.state_since_at).days, due,
            row.until_on or "", "yes" if row.waits_for_answer else "no", len(row.missing),
        )  # fmt: skip


def answer_with(actor: Actor) -> HttpResponse:
    """Return the queue as a file; the caller has logged that it is taken."""
    text = io.StringIO()
    writer = csv.writer(text)
    writer.writerow(COLUMNS)
    writer.writerows(lines(actor))
    answer = HttpResponse(text.getvalue(), content_type="text/csv; charset=utf-8")
    answer["Content-Disposition"] = 'attachment; filename="queue.csv"'
    answer["Cache-Control"] = "no-store"
    return answer
