"""Add, correct or withdraw what stands in a case: a person, an agency, a number, or any other part."""

from collections.abc import Callable, Mapping
from functools import partial
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from manumit.spine.access import Hidden
from manumit.spine.access.middleware import asking
from manumit.spine.access.routes import guarded
from manumit.spine.records import Conflict
from manumit.spine.ui import drafts, render
from manumit.spine.ui.forms import open_form
from manumit.spine.ui.forms.refusing import attempt, renew_version

from .. import questions
from ..actions.add_agency import add_agency
from ..actions.add_number import add_number
from ..actions.add_part import add_part
from ..actions.add_person import add_person
from ..actions.edit_number import edit_number
from ..actions.edit_part import edit_part
from ..actions.edit_person import edit_person
from ..actions.withdraw_part import withdraw_part
from ..actions.withdraw_person import withdraw_person
from ..models import Case
from .addresses import address
from .conflicting import chosen, show_conflict
from .part_forms import ADD, CORRECT, WithdrawForm
from .part_titles import one
from .show_case import identity_of
from .summing_up import sum_up

ADDING: Mapping[str, Callable[..., Any]] = {"people": add_person, "agencies": add_agency}
EDITING: Mapping[str, Callable[..., Any]] = {"people": edit_person, "numbers": edit_number}
WITHDRAWING: Mapping[str, Callable[..., Any]] = {"people": withdraw_person}
LEADS: Mapping[str, Any] = {"agencies": gettext_lazy("It gains no right to see the case by this.")}


@guarded("edit", "case")
def add(request: HttpRequest, record: Case, part: str) -> HttpResponse:
    """Show the form, or add the part and show the case."""
    people = _people(request, record, part)
    form = open_form(ADD[part], request, people=people, initial=_about(request, people))
    if request.method == "POST" and form.is_valid() and attempt(form, lambda: _add(request, record, part, form)):
        return _done(request, record, part, _("Added: %(what)s."))
    heading = _("Add: %(what)s") % {"what": one(part)}
    return _page(request, record, form, heading, lead=str(LEADS.get(part, "")))


@guarded("edit", "case")
def correct(request: HttpRequest, record: Case, part: str, part_id: int) -> HttpResponse:
    """Show the form, the values in conflict, or save and show the case."""
    row = _found(request, record, part, part_id)
    kind = CORRECT[part]
    initial = {**kind.standing(row), "version": record.version}
    form = open_form(kind, request, people=_people(request, record, part), initial=initial)
    if request.method == "POST" and form.is_valid():
        try:
            if attempt(form, lambda: _edit(request, row, part, form)):
                return _done(request, record, part, _("Saved: %(what)s."))
        except Conflict as conflict:
            return show_conflict(request, record, form, conflict, stands=row)
    heading = _("Correct: %(what)s") % {"what": one(part)}
    return _page(request, record, form, heading, withdraw=address(record, "withdraw", part=part, part_id=row.pk))


@guarded("edit", "case")
def withdraw(request: HttpRequest, record: Case, part: str, part_id: int) -> HttpResponse:
    """Ask why, then take the part out of the case; it stays in the history."""
    row = _found(request, record, part, part_id)
    form = open_form(WithdrawForm, request, initial={"version": record.version})
    if request.method == "POST" and form.is_valid() and _withdrawn(request, row, part, form):
        return _done(request, record, part, _("Withdrawn: %(what)s."))
    heading = _("Withdraw: %(what)s?") % {"what": one(part)}
    context = {**identity_of(record), "form": form, "heading": heading, "summary": sum_up(part, row)}
    return render(request, "cases/withdraw.html", context, status=422 if request.method == "POST" else 200)


def _people(request: HttpRequest, case: Case, part: str) -> list[tuple[int, str]]:
    if "person" not in ADD[part].base_fields:
        return []
    rows = case.people.visible_to(asking(request)).filter(withdrawn_at=None)
    return [(each.pk, each.full_name or str(each.get_role_display())) for each in rows]


def _about(request: HttpRequest, people: list[tuple[int, str]]) -> dict[str, Any]:
    """Return whom a new part is about: the one asked for in the address, or the only one there is."""
    asked = request.GET.get("person", "")
    named = [pk for pk, _name in people if str(pk) == asked]
    return {"person": (named or [people[0][0]])[0]} if named or len(people) == 1 else {}


def _add(request: HttpRequest, case: Case, part: str, form: Any) -> Any:
    actor, values = asking(request), form.values()
    if part == "numbers":
        return add_number(actor, case, values["scheme"], values["value"], **form.said())
    if part in ADDING:
        return ADDING[part](actor, case, values, **form.said())
    return add_part(actor, case, part, values, **form.said())


def _edit(request: HttpRequest, row: Any, part: str, form: Any) -> Any:
    act: Callable[..., Any] = EDITING.get(part, edit_part)
    version = form.cleaned_data["version"]
    return act(asking(request), row, chosen(request, form), expected_version=version, **form.said())


def _withdrawn(request: HttpRequest, row: Any, part: str, form: WithdrawForm) -> bool:
    version, reason = form.cleaned_data["version"], form.cleaned_data["reason"]
    act: Callable[..., None] = WITHDRAWING.get(part, withdraw_part)
    try:
        attempt(form, partial(act, asking(request), row, expected_version=version, reason=reason))
    except Conflict as conflict:
        renew_version(form, conflict)
        form.add_error(None, _("Somebody changed this case meanwhile. Look at it again, then decide."))
    return not form.errors


def _found(request: HttpRequest, case: Case, part: str, part_id: int) -> Any:
    row = questions.part_in(asking(request), case, part, part_id)
    if row is None:
        raise Hidden
    return row


def _done(request: HttpRequest, case: Case, part: str, text: str) -> HttpResponse:
    drafts.discard(request)
    messages.success(request, text % {"what": one(part)})
    return redirect(f"{address(case)}#{part}")


def _page(request: HttpRequest, case: Case, form: Any, heading: str, **more: str) -> HttpResponse:
    context = {**identity_of(case), "form": form, "heading": heading, **more}
    return render(request, "cases/part.html", context, status=422 if request.method == "POST" else 200)
