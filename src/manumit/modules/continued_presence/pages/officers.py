"""Who works on what: one request given to a colleague, all of somebody who leaves handed over, re-offering."""

from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from manumit.spine.access.routes import guarded, signed_in
from manumit.spine.identity.actor import Actor
from manumit.spine.identity.models import Agency, Membership
from manumit.spine.ui import render
from manumit.spine.ui.forms import Form
from manumit.spine.ui.refusing import asking

from ..actions.assign_officer import assign_officer, hand_over
from ..actions.reoffer_request import reoffer_request
from ..models import PresenceRequest
from ..questions import officers as officers_of
from ..questions import operation_of, sponsors
from ..workload import workload
from .asking import ask, done, sent
from .forms import SponsorForm

NOBODY = "0"


class OfficerForm(Form):
    """To whom a request goes."""

    officer = forms.ChoiceField(label=gettext_lazy("Officer"), choices=[])

    def __init__(self, *args: Any, able: list[Membership], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.able = {str(each.pk): each for each in able}
        field: Any = self.fields["officer"]
        field.choices = [(key, each.person.full_name) for key, each in self.able.items()]

    def chosen(self) -> Membership:
        """Return who was chosen."""
        return self.able[self.cleaned_data["officer"]]


class HandOverForm(OfficerForm):
    """Whose requests go to whom."""

    leaves = forms.ChoiceField(label=gettext_lazy("Whose open requests"), choices=[])
    field_order = ("leaves", "officer")

    def __init__(self, *args: Any, rows: list[Any], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field: Any = self.fields["leaves"]
        field.choices = [(str(row.officer_id or NOBODY), row.name or _("Nobody")) for row in rows]

    def leaving(self) -> int | None:
        """Return whose requests are handed over, None for those of nobody."""
        return int(self.cleaned_data["leaves"]) or None


@guarded("edit", "presence_request")
def assign(request: HttpRequest, record: PresenceRequest) -> HttpResponse:
    """Give one request to a colleague."""
    actor, form = asking(request), OfficerForm(sent(request), able=officers_of(record.owner_id))
    return ask(
        request, record, form, _("Who works on it"), lambda: assign_officer(actor, record, form.chosen())
    )  # fmt: skip


@guarded("concur", "presence_request")
def reoffer(request: HttpRequest, record: PresenceRequest) -> HttpResponse:
    """Offer a request that lies to another sponsor."""
    actor = asking(request)
    offered = [each for each in sponsors(operation_of(actor, record).region) if each.pk != record.sponsor_id]
    form = SponsorForm(sent(request), offered=offered)

    def act() -> object:
        chosen: Agency = form.cleaned_data["sponsor"]
        return reoffer_request(actor, record, chosen)

    return ask(request, record, form, _("Offer it to another sponsor"), act)


@signed_in("Supervisors see who works on how much in their own agency; others see an empty page")
def officers(request: HttpRequest) -> HttpResponse:
    """Show who works on how much, and hand over what somebody leaves."""
    actor = asking(request)
    rows = workload(actor)
    form = HandOverForm(sent(request), able=officers_of(actor.agency_id), rows=rows) if rows else None
    if request.method == "POST" and form and _handed(actor, form):
        messages.success(request, _("Saved."))
        return redirect("continued_presence:officers")
    status = 422 if form and form.errors else 200
    return render(request, "continued_presence/officers.html", {"rows": rows, "form": form}, status=status)


def _handed(actor: Actor, form: HandOverForm) -> bool:
    return form.is_valid() and done(form, lambda: hand_over(actor, form.leaving(), form.chosen()))
