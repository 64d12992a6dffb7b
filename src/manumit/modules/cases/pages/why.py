"""Why a person can see a case, group by group."""

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext_lazy

from manumit.spine.access.routes import guarded
from manumit.spine.ui import render, why_seen

from ..kinds import GROUPS
from ..models import Case
from .label_words import GROUPS as TITLES
from .show_case import identity_of

ACT_TITLES = {
    "edit": gettext_lazy("Change it"),
    "move": gettext_lazy("Move it to another state"),
    "supervise": gettext_lazy("Decide what a supervisor decides"),
    "seal": gettext_lazy("Record sealed information"),
    "release": gettext_lazy("Share or release it"),
    "hold": gettext_lazy("Place or lift a legal hold"),
    "read_log": gettext_lazy("See its history and who looked"),
}


@guarded("read_summary", "case")
def why(request: HttpRequest, record: Case) -> HttpResponse:
    """Show each field group and act with the decision, its policies and reasons, and the release it rests on."""
    lines = why_seen.lines_of(request, record, {group: TITLES[group] for group in GROUPS}, ACT_TITLES)
    return render(request, "cases/why.html", {**identity_of(record), "lines": lines})
