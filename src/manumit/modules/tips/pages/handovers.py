"""Tips handed over to another agency's triage: offer one, read an offer, answer it."""

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from manumit.spine.access import Hidden
from manumit.spine.access.middleware import asking
from manumit.spine.access.routes import guarded, signed_in
from manumit.spine.ui import drafts, render
from manumit.spine.ui.forms import Form, open_form

from ..actions.hand_over import answer_handover, offer_tip
from ..handing_over import HANDOVER
from ..models import Tip, TipHandover
from ..questions import list_handovers, takers
from .asking import done, identity_of
from .forms import HandOverForm, HandoverStepForm, HandoverWordsForm


@signed_in("Nobody but those who triage at one of the two agencies sees what was handed over: the policy says so")
def handovers(request: HttpRequest) -> HttpResponse:
    """Show what was handed over by and to the asker's agency, newest first."""
    page = list_handovers(asking(request), after=request.GET.get("after") or None)
    return render(request, "tips/handovers.html", {"page": page})


@guarded("move", "tip")
def hand_over(request: HttpRequest, record: Tip) -> HttpResponse:
    """Offer a tip to another agency's triage."""
    form, made = open_form(HandOverForm, request, agencies=takers(record.owner_id)), list[TipHandover]()

    def act() -> object:
        given = form.cleaned_data
        made.append(offer_tip(asking(request), record, other_id=given["other"].pk, reason=given["reason"]))
        return made

    if request.method == "POST" and form.is_valid() and done(form, act):
        return _on(request, made[0])
    context = {**identity_of(record), "form": form, "heading": _("Hand it over to another agency's triage")}
    return render(request, "tips/hand_over.html", context, status=422 if form.errors else 200)


@guarded("read_summary", "tip_handover")
def handover(request: HttpRequest, record: TipHandover) -> HttpResponse:
    """Show what was offered, to whom, and what can be done with it."""
    actor = asking(request)
    steps = [each for each in HANDOVER.available(actor, record) if each.allowed]
    accepted = record.state == "accepted" and record.other_id == actor.agency_id
    context = {"handover": record, "steps": steps, "opens": accepted, "heading": ""}
    return render(request, "tips/handover.html", context)


@guarded("read_summary", "tip_handover")
def answer(request: HttpRequest, record: TipHandover, step: str) -> HttpResponse:
    """Accept, decline or take back."""
    if step not in HANDOVER.by_name:
        raise Hidden
    transition = HANDOVER.transition(step)
    kind: type[Form] = HandoverWordsForm if transition.reasons else HandoverStepForm
    form = open_form(kind, request, initial={"version": record.version})
    if request.method == "POST" and form.is_valid() and done(form, _answering(request, record, step, form)):
        return _on(request, record)
    context = {"handover": record, "form": form, "heading": transition.title}
    return render(request, "tips/handover_step.html", context, status=422 if form.errors else 200)


def _answering(request: HttpRequest, record: TipHandover, step: str, form: Form) -> Callable[[], object]:
    def act() -> object:
        given: dict[str, Any] = form.cleaned_data
        words = given.get("words", "")
        return answer_handover(asking(request), record, step, expected_version=given["version"], words=words)

    return act


def _on(request: HttpRequest, made: TipHandover) -> HttpResponse:
    drafts.discard(request)
    messages.success(request, _("Saved."))
    return redirect("tips:handover", made.number)
