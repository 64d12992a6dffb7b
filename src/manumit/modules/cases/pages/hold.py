"""Legal hold: place one, lift one."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from manumit.spine.access.middleware import asking
from manumit.spine.access.routes import guarded
from manumit.spine.records.actions.lift_hold import NotHeld, lift_hold
from manumit.spine.records.actions.place_hold import place_hold
from manumit.spine.records.questions import holds_on
from manumit.spine.ui import render

from ..models import Case
from .addresses import address
from .protecting_forms import HoldForm, LiftForm
from .show_case import identity_of


@guarded("hold", "case")
def holds(request: HttpRequest, record: Case) -> HttpResponse:
    """Show the holds that stand, and place another."""
    form = HoldForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        place_hold(asking(request), record, **form.cleaned_data)
        messages.success(request, _("The case is held: it will not be deleted until the hold is lifted."))
        return redirect(address(record, "holds"))
    context = {**identity_of(record), "form": form, "holds": holds_on(record)}
    return render(request, "cases/holds.html", context, status=422 if request.method == "POST" else 200)


@guarded("hold", "case")
def lift(request: HttpRequest, record: Case, hold_id: int) -> HttpResponse:
    """Ask why, then lift a hold."""
    form = LiftForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            lift_hold(asking(request), record, hold_id, **form.cleaned_data)
        except NotHeld:
            raise Http404 from None
        messages.success(request, _("The hold is lifted."))
        return redirect(address(record, "holds"))
    context = {**identity_of(record), "form": form, "heading": _("Lift a legal hold")}
    return render(request, "cases/form.html", context, status=422 if request.method == "POST" else 200)
