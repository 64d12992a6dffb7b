"""My work: what is overdue, due soon, mine, my agency's."""

from collections.abc import Sequence
from datetime import date, datetime

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from manumit.spine.access.routes import signed_in
from manumit.spine.workflow import questions
from manumit.spine.workflow.questions import Line, MyWork

from ... import faces
from ...screen import render
from ...work import WorkItem, WorkPanel
from .asking import asking

SHOWN_AT_HOME = 6


@signed_in("Each person's own work, and their agency's beside records they may read")
def my_work(request: HttpRequest) -> HttpResponse:
    """Show all of it, the most urgent first."""
    work = questions.my_work(asking(request))
    sections = [
        {"id": name, "title": title, "items": [item_of(line) for line in lines]}
        for name, title, lines in _sections(work)
    ]
    return render(request, "ui/work/my_work.html", {"sections": sections, "more": work.more})


def panel(request: HttpRequest) -> WorkPanel:
    """Return the most urgent of it for the home page, with how many notices wait."""
    actor = asking(request)
    work, unseen = questions.my_work(actor), questions.unseen_notices(actor)
    urgent = [item_of(line) for line in (*work.overdue, *work.soon, *work.mine)][:SHOWN_AT_HOME]
    notices = WorkItem(_("Notices"), reverse("notices"), status=str(unseen), tone="info" if unseen else "plain")
    return WorkPanel(
        _("My work"), (notices, *urgent), reverse("my_work"), _("All of my work"), _("Nothing is waiting for you.")
    )


def item_of(line: Line) -> WorkItem:
    """Return a line as a link with its record and its state in words."""
    about = faces.name_of(line.record_kind, line.record_number)
    return WorkItem(line.title, _address(line), about, *_state(line))


def _address(line: Line) -> str:
    if line.thing == "record":
        return faces.address_of(line.record_kind, line.record_number)
    return f"{reverse('record_work', args=[line.record_kind, line.record_number])}#{line.thing}-{line.key}"


def _state(line: Line) -> tuple[str, str]:
    if line.paused:
        return _("paused"), "plain"
    if line.due is None:
        return (_("asked of you"), "info") if line.thing == "approval" else (_("no day set"), "plain")
    due = _due(line.due)
    if line.overdue:
        return _("overdue since %(due)s") % {"due": due}, "bad"
    return _("due %(due)s") % {"due": due}, "warn" if line.soon else "plain"


def _due(due: date) -> str:
    """Return a day, or a moment with its zone."""
    if isinstance(due, datetime):
        return f"{date_format(due, 'SHORT_DATETIME_FORMAT')} {due.tzname()}"
    return date_format(due, "SHORT_DATE_FORMAT")


def _sections(work: MyWork) -> Sequence[tuple[str, str, Sequence[Line]]]:
    return (
        ("overdue", _("Overdue"), work.overdue),
        ("soon", _("Due within a week"), work.soon),
        ("mine", _("Mine"), work.mine),
        ("agency", _("My agency's"), work.agency),
    )
