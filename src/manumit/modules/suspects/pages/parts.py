"""Correct how a suspect looks; add, correct or withdraw what belongs to the record."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.utils.translation import gettext as _

from manumit.spine.access import Hidden
from manumit.spine.access.middleware import asking
from manumit.spine.access.routes import guarded
from manumit.spine.ui.forms import open_form

from ..actions.add_part import add_part
from ..actions.edit_part import edit_part
from ..actions.edit_suspect import edit_suspect
from ..actions.withdraw_part import withdraw_part
from ..models import PARTS, Suspect
from ..questions import part_in
from .asking import ask
from .forms import ADD, CORRECT, EditForm, WithdrawForm
from .titles import ONE

LARGEST = 2**63


@guarded("edit", "suspect")
def edit(request: HttpRequest, record: Suspect) -> HttpResponse:
    """Correct how the person looks."""
    initial = {**EditForm.standing(record), "version": record.version}
    form = open_form(EditForm, request, initial=initial)

    def act() -> object:
        version = form.cleaned_data["version"]
        return edit_suspect(asking(request), record, form.changes(), expected_version=version, **form.said())

    return ask(request, record, form, _("Correct the description"), act)


@guarded("edit", "suspect")
def add(request: HttpRequest, record: Suspect, part: str) -> HttpResponse:
    """Add a part."""
    _demand(part)
    form = open_form(ADD[part], request)
    heading = _("Add: %(what)s") % {"what": ONE[part]}
    return ask(
        request, record, form, heading, lambda: add_part(asking(request), record, part, form.values(), **form.said())
    )


@guarded("edit", "suspect")
def correct(request: HttpRequest, record: Suspect, part: str, part_id: int) -> HttpResponse:
    """Correct a part."""
    _demand(part)
    row = _found(request, record, part, part_id)
    form = open_form(CORRECT[part], request, initial={**CORRECT[part].standing(row), "version": record.version})

    def act() -> object:
        version = form.cleaned_data["version"]
        return edit_part(asking(request), row, form.changes(), expected_version=version, **form.said())

    return ask(request, record, form, _("Correct: %(what)s") % {"what": ONE[part]}, act, withdraw=row)


@guarded("edit", "suspect")
def withdraw(request: HttpRequest, record: Suspect, part: str, part_id: int) -> HttpResponse:
    """Take a part out of the record; it stays in the history with the reason."""
    if part not in ONE:
        raise Http404
    row = _found(request, record, part, part_id)
    form = open_form(WithdrawForm, request, initial={"version": record.version})

    def act() -> object:
        given = form.cleaned_data
        return withdraw_part(asking(request), row, expected_version=given["version"], reason=given["reason"])

    return ask(request, record, form, _("Withdraw: %(what)s") % {"what": ONE[part]}, act)


def _demand(part: str) -> None:
    if part not in PARTS:
        raise Http404


def _found(request: HttpRequest, suspect: Suspect, part: str, part_id: int) -> Any:
    row = part_in(asking(request), suspect, part, part_id) if part_id < LARGEST else None
    if row is None:
        raise Hidden
    return row
