"""Begin: from nothing, from the page of a case, or for one more victim."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from manumit.spine.access.routes import guarded, guarded_of_any_kind, signed_in
from manumit.spine.records import Record
from manumit.spine.ui import render
from manumit.spine.ui.forms import Form
from manumit.spine.ui.refusing import asking

from ..actions.begin_request import begin_request
from ..models import PresenceRequest
from ..questions import operation_of
from .asking import ask, done, sent
from .forms import BeginForm


@signed_in("Investigators and supervisors begin requests of their own agency; the action asks the policy")
def begin(request: HttpRequest) -> HttpResponse:
    """Begin a request in a new operation."""
    form, made = BeginForm(sent(request)), []

    def act() -> None:
        made.append(begin_request(asking(request), region=form.cleaned_data["region"]))

    if request.method == "POST" and form.is_valid() and done(form, act):
        return redirect("continued_presence:step", made[0].number, "agency")
    return render(request, "continued_presence/begin.html", {"form": form}, status=422 if form.errors else 200)


@guarded_of_any_kind("read_summary")
def begin_beside(request: HttpRequest, record: Record) -> HttpResponse:
    """Begin from the page of a case of any kind: nothing is written there, not even that somebody looked."""
    return begin(request)


@guarded("edit", "presence_request")
def add_victim(request: HttpRequest, record: PresenceRequest) -> HttpResponse:
    """Ask first, then begin a request for one more victim of the same operation."""
    actor, made = asking(request), []

    def act() -> None:
        made.append(begin_request(actor, operation=operation_of(actor, record)))

    form = Form(sent(request))
    if request.method == "POST" and done(form, act):
        return redirect("continued_presence:step", made[0].number, "person")
    return ask(request, record, form, _("One more victim of this operation"), act)
