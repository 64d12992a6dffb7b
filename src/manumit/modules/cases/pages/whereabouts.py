"""Sealed information: shown only after its reader said why, and logged before it is shown."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from manumit.spine.access import require
from manumit.spine.access.middleware import asking
from manumit.spine.access.routes import guarded
from manumit.spine.records import Conflict, sealed
from manumit.spine.ui import render
from manumit.spine.ui.forms.refusing import attempt, renew_version

from ..actions.record_whereabouts import record_whereabouts
from ..actions.reveal_whereabouts import reveal_whereabouts
from ..kinds import SEALED
from ..models import Case
from .addresses import address
from .label_words import GROUPS
from .labels import label
from .protecting_forms import ProtectedContactForm, RevealForm, WhereaboutsForm
from .show_case import identity_of

FORMS: dict[str, type[WhereaboutsForm] | type[ProtectedContactForm]] = {
    "whereabouts": WhereaboutsForm,
    "protected_contact": ProtectedContactForm,
}


@guarded("read_summary", "case")
def reveal(request: HttpRequest, record: Case, group: str) -> HttpResponse:
    """Ask what it is needed for; then log it and show the sealed values, once."""
    actor = asking(request)
    _demand(group)
    require(actor, f"read_{group}", record)
    form = RevealForm(request.POST or None)
    if request.method != "POST" or not form.is_valid():
        return _page(request, record, group, {"form": form}, 422 if request.method == "POST" else 200)
    try:
        values = reveal_whereabouts(actor, record, form.cleaned_data["note"], group)
    except sealed.SealedReadsClosed:
        return _page(request, record, group, {"form": form, "closed": True}, 503)
    rows = [{"name": label(name, group), "value": value} for name, value in values.items()]
    return _page(request, record, group, {"rows": rows, "revealed": True})


@guarded("seal", "case")
def record(request: HttpRequest, record: Case, group: str) -> HttpResponse:
    """Show the form, or seal what was written; what is sealed already is not shown here."""
    _demand(group)
    form = FORMS[group](request.POST or None, initial={"version": record.version})
    if request.method == "POST" and form.is_valid():
        try:
            if attempt(form, lambda: _seal(request, record, group, form)):
                messages.success(request, _("Sealed. Whoever reads it is logged first."))
                return redirect(address(record))
        except Conflict as conflict:
            renew_version(form, conflict)
            form.add_error(None, _("Somebody changed this case meanwhile. Look at its history, then save again."))
    context = {**identity_of(record), "form": form, "heading": GROUPS[group]}
    return render(request, "cases/form.html", context, status=422 if request.method == "POST" else 200)


def _demand(group: str) -> None:
    if group not in SEALED:
        raise Http404


def _seal(request: HttpRequest, case: Case, group: str, form: Any) -> Case:
    values = {name: text for name, text in form.cleaned_data.items() if name != "version" and text}
    return record_whereabouts(asking(request), case, values, expected_version=form.cleaned_data["version"], group=group)


def _page(request: HttpRequest, case: Case, group: str, more: dict[str, Any], status: int = 200) -> HttpResponse:
    context = {**identity_of(case), "heading": GROUPS[group], **more}
    return render(request, "cases/whereabouts.html", context, status=status)
