"""Transfers: offer a record, read an offer, answer it."""

from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from manumit.spine.access import Hidden
from manumit.spine.access.middleware import asking
from manumit.spine.access.routes import guarded, guarded_of_any_kind, signed_in
from manumit.spine.records import Record
from manumit.spine.ui import drafts, faces, render
from manumit.spine.ui.forms import Form, open_form

from .. import covering, procedure, questions
from ..actions.transfer_record import Offer, answer_transfer, offer_transfer
from ..models import Transfer
from .asking import ask, attempt
from .forms import LONG, AgencyField, StepForm, WordsForm, day_field
from .releasing import offer_of


class OfferForm(Form):
    """To which agency a record is handed over, and what the sender goes on reading."""

    other = AgencyField(label=gettext_lazy("To which agency?"))
    reason = forms.CharField(label=gettext_lazy("Why?"), widget=forms.Textarea(LONG), max_length=2_000)
    keeps = forms.MultipleChoiceField(
        label=gettext_lazy("What do you go on reading?"), required=False, widget=forms.CheckboxSelectMultiple
    )
    keeps_until = day_field(gettext_lazy("Until which day?"), required=False)

    def __init__(self, *args: Any, record: Record, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        fields, offer = self.fields, offer_of(record)
        asked: Any = fields
        asked["other"].offer(but=record.owner_id)
        asked["keeps"].choices = [(group, offer.titles[group]) for group in offer.groups]


@signed_in("Each person sees the transfers of their agency")
def transfers(request: HttpRequest) -> HttpResponse:
    """Show the transfers of the asker's agency, newest first."""
    page = questions.list_transfers(asking(request), after=request.GET.get("after") or None)
    return render(request, "exchange/transfers.html", {"page": page})


@guarded_of_any_kind("release")
def hand_over(request: HttpRequest, record: Record) -> HttpResponse:
    """Offer a record to another agency."""
    form = open_form(OfferForm, request, record=record)
    back = faces.address_of(record.kind, record.number)
    if request.method == "POST" and form.is_valid():
        made = attempt(form, lambda: offer_transfer(asking(request), record, _offer(form.cleaned_data)))
        if made:
            drafts.discard(request)
            return redirect("exchange:transfer", made.number)
    note = _("You remain the owner until they accept. Then all your releases of it end.")
    context = {"form": form, "heading": _("Hand it over to another agency"), "back": back, "note": note}
    context |= {"name": faces.name_of(record.kind, record.number), "address": back}
    return render(request, "exchange/form.html", context, status=422 if form.errors else 200)


@guarded("read_summary", "transfer")
def transfer(request: HttpRequest, record: Transfer) -> HttpResponse:
    """Show a transfer, and what can be done with it."""
    steps = [each for each in procedure.TRANSFER.available(asking(request), record) if each.allowed]
    return render(request, "exchange/transfer.html", {"transfer": record, "rows": _rows(record), "steps": steps})


@guarded("read_summary", "transfer")
def answer(request: HttpRequest, record: Transfer, step: str) -> HttpResponse:
    """Accept, decline or take back."""
    if step not in procedure.TRANSFER.by_name:
        raise Hidden
    transition = procedure.TRANSFER.transition(step)
    form = open_form(WordsForm if transition.reasons else StepForm, request, initial={"version": record.version})

    def act(given: dict[str, Any]) -> object:
        words = given.get("words", "")
        return answer_transfer(asking(request), record, step, expected_version=given["version"], words=words)

    back = reverse("exchange:transfer", args=[record.number])
    return ask(request, form, transition.title, act, back=back, rows=_rows(record))


def _rows(record: Transfer) -> list[dict[str, Any]]:
    kept = ", ".join(covering.titles(record.record_kind, record.keeps))
    lines = (
        (_("Record"), faces.name_of(record.record_kind, record.record_number)),
        (_("From"), record.owner.name),
        (_("To"), record.other.name),
        (_("Why"), record.reason),
        (_("The sender goes on reading"), kept or _("nothing")),
        (_("State"), record.get_state_display()),
    )
    return [{"name": name, "value": value} for name, value in lines]


def _offer(given: dict[str, Any]) -> Offer:
    return Offer(given["other"].pk, given["reason"], frozenset(given["keeps"]), given["keeps_until"])
