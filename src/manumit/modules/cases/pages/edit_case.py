"""Change a case; where somebody else was faster, choose value by value."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from manumit.spine.access.middleware import asking
from manumit.spine.access.routes import guarded
from manumit.spine.records import Conflict
from manumit.spine.ui import drafts, render
from manumit.spine.ui.forms import open_form
from manumit.spine.ui.forms.refusing import attempt
from manumit.spine.ui.forms.said import CorrectingForm

from ..actions import edit_case as editing
from ..models import Case
from .addresses import address
from .conflicting import chosen, show_conflict
from .forms import EditForm
from .show_case import identity_of


@guarded("edit", "case")
def edit_case(request: HttpRequest, record: Case) -> HttpResponse:
    """Show the form, the values in conflict, or save and show the case."""
    form = open_form(EditForm, request, initial={**EditForm.standing(record), "version": record.version})
    if request.method == "POST" and form.is_valid():
        try:
            if attempt(form, lambda: _save(request, record, form)):
                return _saved(request, record)
        except Conflict as conflict:
            return show_conflict(request, record, form, conflict, stands=record)
    status = 422 if request.method == "POST" else 200
    return render(request, "cases/edit.html", {**identity_of(record), "form": form}, status=status)


def _save(request: HttpRequest, case: Case, form: CorrectingForm) -> Case:
    version = form.cleaned_data["version"]
    return editing.edit_case(asking(request), case, chosen(request, form), expected_version=version, **form.said())


def _saved(request: HttpRequest, case: Case) -> HttpResponse:
    drafts.discard(request)
    messages.success(request, _("Saved."))
    return redirect(address(case))
