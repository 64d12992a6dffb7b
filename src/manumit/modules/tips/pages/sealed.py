"""Who gave a tip, and who was paid: sealed, and shown only after its reader said why."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.utils.functional import Promise
from django.utils.translation import gettext as _

from manumit.spine.access.middleware import asking
from manumit.spine.access.routes import guarded
from manumit.spine.records import sealed
from manumit.spine.ui import render
from manumit.spine.ui.forms import open_form

from ..actions.sealed_groups import GIVER, PAYMENT, record_giver, record_payment, reveal
from ..models import Tip
from .asking import ask, identity_of
from .forms import GiverForm, PaymentForm, RevealForm
from .words import SEALED

Text = str | Promise


@guarded("seal", "tip")
def seal_giver(request: HttpRequest, record: Tip) -> HttpResponse:
    """Seal who gave it; what is sealed already is not shown here."""
    form = open_form(GiverForm, request, initial={"version": record.version})

    def act() -> object:
        given = dict(form.cleaned_data)
        return record_giver(asking(request), record, given, expected_version=given.pop("version"))

    return ask(request, record, form, _("Seal who gave it"), act)


@guarded("supervise", "tip")
def seal_payment(request: HttpRequest, record: Tip) -> HttpResponse:
    """Seal payee and amount; once they are approved, how it is paid and the voucher alone."""
    approved = record.reward == "approved"
    form = open_form(PaymentForm, request, initial={"version": record.version}, approved=approved)

    def act() -> object:
        given = dict(form.cleaned_data)
        return record_payment(asking(request), record, given, expected_version=given.pop("version"))

    return ask(request, record, form, _("Seal payee and amount"), act)


@guarded("read_giver", "tip")
def giver(request: HttpRequest, record: Tip) -> HttpResponse:
    """Ask what it is needed for; then log it and show who gave the tip, once."""
    return _revealed(request, record, GIVER, _("Who gave it"))


@guarded("read_payment", "tip")
def payment(request: HttpRequest, record: Tip) -> HttpResponse:
    """Ask what it is needed for; then log it and show the payment, once."""
    return _revealed(request, record, PAYMENT, _("Payment"))


def _revealed(request: HttpRequest, tip: Tip, group: str, heading: Text) -> HttpResponse:
    form = RevealForm(request.POST or None)
    if request.method != "POST" or not form.is_valid():
        return _page(request, tip, heading, {"form": form}, 422 if request.method == "POST" else 200)
    try:
        values = reveal(asking(request), tip, group, form.cleaned_data["note"])
    except sealed.SealedReadsClosed:
        return _page(request, tip, heading, {"form": form, "closed": True}, 503)
    rows = [{"name": SEALED[name], "value": values[name]} for name in SEALED if values.get(name)]
    return _page(request, tip, heading, {"rows": rows, "revealed": True})


def _page(request: HttpRequest, tip: Tip, heading: Text, more: dict[str, Any], status: int = 200) -> HttpResponse:
    return render(request, "tips/sealed.html", {**identity_of(tip), "heading": heading, **more}, status=status)
