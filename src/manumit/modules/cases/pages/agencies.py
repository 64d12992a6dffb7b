"""Add an agency or a number of another system to a case."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from manumit.spine.access.routes import guarded
from manumit.spine.ui import drafts, render
from manumit.spine.ui.forms import open_form

from ..actions import add_agency as adding_agency
from ..actions import add_number as adding_number
from ..models import Case
from .addresses import address
from .forms import AgencyForm, NumberForm
from .refusing import asking, attempt
from .show_case import identity_of


@guarded("edit", "case")
def add_agency(request: HttpRequest, record: Case) -> HttpResponse:
    """Show the form, or add the agency and show the case."""
    form = open_form(AgencyForm, request)
    if request.method == "POST" and form.is_valid():
        actor, values = asking(request), form.agency_values()
        if attempt(form, lambda: adding_agency.add_agency(actor, record, values, **form.said())):
            return _done(request, record, _("Agency added. It gains no right to see the case by this."))
    return _page(request, record, form, _("Add an agency"))


@guarded("edit", "case")
def add_number(request: HttpRequest, record: Case) -> HttpResponse:
    """Show the form, or add the number and show the case."""
    form = open_form(NumberForm, request)
    if request.method == "POST" and form.is_valid():
        actor, given = asking(request), (form.cleaned_data["scheme"], form.cleaned_data["value"])
        if attempt(form, lambda: adding_number.add_number(actor, record, *given, **form.said())):
            return _done(request, record, _("Number added."))
    return _page(request, record, form, _("Add a number of another system"))


def _done(request: HttpRequest, case: Case, text: str) -> HttpResponse:
    drafts.discard(request)
    messages.success(request, text)
    return redirect(address(case))


def _page(request: HttpRequest, case: Case, form: Any, heading: str) -> HttpResponse:
    context = {**identity_of(case), "form": form, "heading": heading}
    return render(request, "cases/form.html", context, status=422 if request.method == "POST" else 200)
