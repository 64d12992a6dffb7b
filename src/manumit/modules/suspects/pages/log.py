"""What was done with a suspect, and who looked."""

from collections.abc import Iterable
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _

from manumit.spine.access.routes import guarded
from manumit.spine.records.questions import Step
from manumit.spine.ui import render, who_looked

from ..models import Suspect
from ..questions import history_of
from .asking import identity_of
from .titles import GROUPS, VERBS
from .words import line


def timeline(history: Iterable[Step]) -> list[dict[str, Any]]:
    """Return the versions of a suspect as events: title, time, author, and the changes its asker may read."""
    return [
        {
            "title": VERBS.get(version.verb, _("Changed")),
            "at": version.at,
            "by": ", ".join(filter(None, (version.person or _("The system"), version.agency))),
            "text": "\n".join(line(path, change) for path, change in version.changes.items()),
        }
        for version in history
    ]


@guarded("read_log", "suspect")
def history(request: HttpRequest, record: Suspect) -> HttpResponse:
    """Show every version, newest first."""
    context = {**identity_of(record), "events": timeline(history_of(record)), "heading": _("History")}
    return render(request, "suspects/history.html", context)


@guarded("read_log", "suspect")
def readers(request: HttpRequest, record: Suspect) -> HttpResponse:
    """Show who looked, for which agency and purpose, newest first."""
    shown = who_looked.page_of(request, record, lambda act: GROUPS.get(act.group, act.group))
    context = {**identity_of(record), **shown, "heading": _("Who looked")}
    return render(request, "suspects/readers.html", context)
