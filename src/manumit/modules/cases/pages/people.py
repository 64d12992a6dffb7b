"""Add a person to a case, or correct one."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from manumit.spine.access import Hidden
from manumit.spine.access.routes import guarded
from manumit.spine.records import Conflict
from manumit.spine.ui import drafts, render
from manumit.spine.ui.forms import open_form

from .. import questions
from ..actions import add_person as adding
from ..actions import edit_person as editing
from ..models import Case, CasePerson
from .addresses import address
from .forms import EditPersonForm, PersonForm
from .refusing import asking, attempt, renew_version
from .show_case import identity_of


@guarded("edit", "case")
def add_person(request: HttpRequest, record: Case) -> HttpResponse:
    """Show the form, or add the person and show the case."""
    form = open_form(PersonForm, request)
    if request.method == "POST" and form.is_valid():
        actor, values = asking(request), form.person_values()
        if attempt(form, lambda: adding.add_person(actor, record, values, **form.said())):
            return _done(request, record, _("Person added."))
    return _page(request, record, form, _("Add a person"))


@guarded("edit", "case")
def edit_person(request: HttpRequest, record: Case, person_id: int) -> HttpResponse:
    """Show the form, or correct the person and show the case."""
    person = questions.person_in(asking(request), record, person_id)
    if person is None:
        raise Hidden
    form = open_form(EditPersonForm, request, initial=_initial(record, person))
    if request.method == "POST" and form.is_valid():
        try:
            if attempt(form, lambda: _save(request, person, form)):
                return _done(request, record, _("Saved."))
        except Conflict as conflict:
            return _conflict(request, record, form, conflict)
    return _page(request, record, form, _("Correct a person"))


def _save(request: HttpRequest, person: CasePerson, form: EditPersonForm) -> CasePerson:
    values, version = form.person_values(), form.cleaned_data["version"]
    return editing.edit_person(asking(request), person, values, expected_version=version, **form.said())


def _initial(case: Case, person: CasePerson) -> dict[str, Any]:
    values = {name: getattr(person, name) for name in EditPersonForm.person_fields() if name != "age"}
    return {**values, "age": _age_as_text(person), "version": case.version}


def _age_as_text(person: CasePerson) -> str:
    ages = [f"{end.normalize():f}" for end in (person.age_min, person.age_max) if end is not None]
    return person.age_text or " - ".join(dict.fromkeys(ages))


def _conflict(request: HttpRequest, case: Case, form: EditPersonForm, conflict: Conflict) -> HttpResponse:
    """Show the form again with the version that stands: the person reads what changed and saves anew."""
    renew_version(form, conflict)
    form.add_error(None, _("Somebody changed this case meanwhile. Compare with its history, then save again."))
    return _page(request, case, form, _("Correct a person"), status=409)


def _done(request: HttpRequest, case: Case, text: str) -> HttpResponse:
    drafts.discard(request)
    messages.success(request, text)
    return redirect(address(case))


def _page(request: HttpRequest, case: Case, form: Any, heading: str, status: int = 422) -> HttpResponse:
    context = {**identity_of(case), "form": form, "heading": heading}
    return render(request, "cases/form.html", context, status=status if request.method == "POST" else 200)
