"""Write down what somebody told the agency, and set up its public page."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from manumit.spine.access import allowed
from manumit.spine.access.middleware import asking
from manumit.spine.access.routes import guarded, signed_in
from manumit.spine.identity.models import Agency
from manumit.spine.ui import drafts, render
from manumit.spine.ui.forms import open_form

from ..actions.arrival import Receipt
from ..actions.record_tip import record_tip
from ..actions.set_desk import set_desk
from ..models import TipDesk
from .asking import done
from .forms import DeskForm, RecordForm


@guarded("create", "tip")
def record(request: HttpRequest) -> HttpResponse:
    """Ask what was told; show number and secret, to be told to the giver."""
    form, told = open_form(RecordForm, request), list[Receipt]()

    def act() -> None:
        told.append(record_tip(asking(request), form.arrival(get_language() or "en")))

    if request.method == "POST" and form.is_valid() and done(form, act):
        drafts.discard(request)
        return render(request, "tips/recorded.html", {"receipt": told[0]})
    return render(request, "tips/record.html", {"form": form}, status=422 if form.errors else 200)


@signed_in("The action asks whether the person may administer their agency")
def desk(request: HttpRequest) -> HttpResponse:
    """Open, change or close the agency's public page."""
    actor = asking(request)
    stands = TipDesk.objects.filter(agency=actor.agency_id).first()
    initial = {name: getattr(stands, name) for name in ("address", "open", "general")} if stands else {"open": True}
    form = open_form(DeskForm, request, initial=initial)

    def act() -> object:
        return set_desk(actor, **form.cleaned_data)

    if request.method == "POST" and form.is_valid() and done(form, act):
        messages.success(request, _("Saved."))
        return redirect("tips:desk")
    may = allowed(actor, "edit", Agency.objects.get(pk=actor.agency_id)).allowed
    context = {"form": form if may else None, "stands": stands}
    return render(request, "tips/desk.html", context, status=422 if form.errors else 200)
