"""All that was done with a case, and all who looked."""

import json

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _

from manumit.spine.access.routes import guarded
from manumit.spine.audit import questions as log
from manumit.spine.ui import render, who_looked

from .. import questions
from ..exporting.formats import FORMATS
from ..models import Case
from . import events
from .label_words import GROUPS
from .show_case import identity_of


@guarded("read_log", "case")
def history(request: HttpRequest, record: Case) -> HttpResponse:
    """Show every version of the case, newest first."""
    shown = events.timeline(questions.history_of(record))
    return render(request, "cases/history.html", {**identity_of(record), "events": shown})


@guarded("read_log", "case")
def readers(request: HttpRequest, record: Case) -> HttpResponse:
    """Show who looked at the case, for which agency and purpose, newest first."""
    return render(request, "cases/readers.html", {**identity_of(record), **who_looked.page_of(request, record, _what)})


def _what(act: log.Act) -> str:
    """Return what was read, or in which format the case left and what for."""
    if not act.verb.endswith(".export"):
        return str(GROUPS.get(act.group, act.group))
    told = json.loads(act.detail)
    known = FORMATS.get(told["format"])
    return _("Exported as %(format)s: %(note)s") % {
        "format": known.title if known else told["format"],
        "note": told["note"],
    }
