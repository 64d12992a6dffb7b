"""Change a case; where somebody else was faster, choose value by value."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from manumit.spine.access.routes import guarded
from manumit.spine.records import Conflict
from manumit.spine.ui import drafts, render
from manumit.spine.ui.forms import open_form
from manumit.values.partial_date import DatePrecision, PartialDate

from ..actions import edit_case as editing
from ..models import Case
from .addresses import address
from .forms import EditForm
from .labels import label, shown
from .refusing import asking, attempt
from .show_case import identity_of

LAST_SEEN = ("last_seen_earliest_on", "last_seen_latest_on", "last_seen_precision")


@guarded("edit", "case")
def edit_case(request: HttpRequest, record: Case) -> HttpResponse:
    """Show the form, the values in conflict, or save and show the case."""
    form = open_form(EditForm, request, initial=_initial(record))
    if request.method == "POST" and form.is_valid():
        try:
            if attempt(form, lambda: _save(request, record, form)):
                return _saved(request, record)
        except Conflict as conflict:
            return _conflict(request, record, form, conflict)
    status = 422 if request.method == "POST" else 200
    return render(request, "cases/edit.html", {**identity_of(record), "form": form}, status=status)


def _initial(case: Case) -> dict[str, Any]:
    values = {name: getattr(case, name) for name in EditForm.answers() if name != "last_seen"}
    return {**values, "last_seen": seen_as_text(case), "version": case.version}


def seen_as_text(case: Case) -> str:
    """Return the date last seen as a person may type it back."""
    precision = "day" if case.last_seen_precision == "exact" else case.last_seen_precision
    known = PartialDate(case.last_seen_earliest_on, case.last_seen_latest_on, DatePrecision(precision))
    return "" if known.precision is DatePrecision.UNKNOWN else known.iso


def _save(request: HttpRequest, case: Case, form: EditForm) -> Case:
    kept_theirs = {name for name in request.POST if request.POST[name] == "theirs" and name.startswith("keep_")}
    changes = {name: value for name, value in form.changes().items() if f"keep_{_asked(name)}" not in kept_theirs}
    version = form.cleaned_data["version"]
    return editing.edit_case(asking(request), case, changes, expected_version=version, **form.said())


def _asked(field: str) -> str:
    return "last_seen" if field in LAST_SEEN else field


def _saved(request: HttpRequest, case: Case) -> HttpResponse:
    drafts.discard(request)
    messages.success(request, _("Saved."))
    return redirect(address(case))


def _conflict(request: HttpRequest, case: Case, form: EditForm, conflict: Conflict) -> HttpResponse:
    rows = {
        _asked(clash.field): {
            "field": _asked(clash.field),
            "title": label(_asked(clash.field)),
            "yours": _yours(request, clash.field, clash.yours),
            "theirs": _theirs(case, clash.field, clash.theirs),
        }
        for clash in conflict.clashes
    }
    alone = dict.fromkeys(name for name in map(_asked, form.changes()) if name not in rows)
    kept = [(name, value) for name, values in request.POST.lists() for value in values if _is_kept(name)]
    context = {
        **identity_of(case),
        "rows": list(rows.values()),
        "kept": [*kept, ("version", conflict.version)],
        "alone": [label(name) for name in alone],
        "elsewhere": [label(name.rpartition(".")[2]) for name in conflict.elsewhere],
    }
    return render(request, "cases/conflict.html", context, status=409)


def _is_kept(name: str) -> bool:
    return name not in {"csrfmiddlewaretoken", "version"} and not name.startswith("keep_")


def _yours(request: HttpRequest, field: str, value: Any) -> str:
    return request.POST.get("last_seen", "") if field in LAST_SEEN else shown(field, value)


def _theirs(case: Case, field: str, value: Any) -> str:
    return seen_as_text(case) if field in LAST_SEEN else shown(field, value)
