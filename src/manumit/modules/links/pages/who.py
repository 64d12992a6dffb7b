"""Who could this be? A description is compared as one types; nothing of it is kept unless somebody says so."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from manumit.spine.access import Denied, Hidden
from manumit.spine.access.finding import find_of_any_kind
from manumit.spine.access.middleware import asking
from manumit.spine.access.routes import signed_in
from manumit.spine.identity.actor import Actor
from manumit.spine.matching.keeping_up import Behind
from manumit.spine.matching.linkable import PROFILES, Matched
from manumit.spine.matching.question import Question
from manumit.spine.records import Record
from manumit.spine.ui import faces, render
from manumit.spine.workflow.refusing import Refused

from ..actions.keep_watch import end_watch, keep_watch
from ..choices import MOST, Profile
from ..models import StandingWatch
from ..questions import watches
from ..words import bits, feature
from .who_form import WhoForm


@signed_in("Everybody who works on the case they name, among what they may read whole")
def who(request: HttpRequest) -> HttpResponse:
    """Ask for a description, on account of a case; show the best candidates, or go on looking for them."""
    beside = {"case_kind": request.GET.get("kind", "case"), "case_number": request.GET.get("number", "")}
    actor, form = asking(request), WhoForm(request.POST or None, initial=beside)
    asked = request.method == "POST" and form.is_valid()
    case = _case(actor, form) if asked else None
    lists: list[dict[str, Any]] = []
    if case is not None and "keep" in request.POST and _kept(actor, case, form):
        messages.success(request, _("You will be told of whoever newly fits."))
        return redirect("links:watches")
    if case is not None and not form.errors:
        lists = _answers(actor, case, form)
    context = {"form": form, "lists": lists, "asked": case is not None}
    return render(request, "links/who.html", context, status=422 if form.errors else 200)


@signed_in("Each person sees their own watches")
def show_watches(request: HttpRequest) -> HttpResponse:
    """Show one's own watches; end one."""
    actor = asking(request)
    found = watches(actor)
    if request.method == "POST":
        for each in (each for each in found if str(each.pk) == request.POST.get("end")):
            end_watch(actor, each)
            messages.success(request, _("Ended."))
        return redirect("links:watches")
    return render(request, "links/watches.html", {"watches": [_watch(each) for each in found]})


def questions_of(form: WhoForm, case: Record) -> list[Question]:
    """Return what a description asks: one question a profile by which such things are compared."""
    name = form.cleaned_data["name"]
    return [Question(profile, name, form.facts(), (case.kind, case.pk)) for profile in PROFILES[name]]


def _case(actor: Actor, form: WhoForm) -> Record | None:
    given = form.cleaned_data
    try:
        found: Record = find_of_any_kind(actor, "work", given["case_kind"], given["case_number"].strip())
    except (Hidden, Denied, Http404):
        form.add_error("case_number", _("There is no such case on which you work."))
        return None
    if not any(form.facts().values()):
        form.add_error(None, _("Describe somebody or something first."))
        return None
    return found


def _answers(actor: Actor, case: Record, form: WhoForm) -> list[dict[str, Any]]:
    from manumit.spine.matching.actions.ask import ask

    asked = questions_of(form, case)
    try:
        answers = ask(actor, asked, MOST, beside=(case.kind, case.pk), why=form.cleaned_data["why"])
    except Behind as behind:
        form.add_error(None, str(behind.why))
        return []
    return [
        {"what": Profile(each.profile).label, "found": _lines(actor, each, found)}
        for each, found in zip(asked, answers, strict=True)
    ]


def _lines(actor: Actor, question: Question, found: Any) -> list[dict[str, Any]]:
    from ..actions.weighing import answered

    lines = []
    for rank, (each, number, score) in enumerate(answered(actor, question, found), 1):
        place = (each.key.kind, number)
        lines.append(
            {"rank": rank, "what": Matched(each.key.name).label, "name": faces.name_of(*place),
             "address": faces.address_of(*place), "weight": bits(each.weight),
             "for": ", ".join(feature(step.feature) for step in score.evidence_for),
             "against": ", ".join(feature(step.feature) for step in score.evidence_against)}
        )  # fmt: skip
    return lines


def _kept(actor: Actor, case: Record, form: WhoForm) -> bool:
    given = form.cleaned_data
    if not given["ends_on"]:
        form.add_error("ends_on", _("Say until which day."))
        return False
    try:
        for question in questions_of(form, case):
            keep_watch(actor, case, question, why=given["why"], ends_on=given["ends_on"])
    except Refused as refused:
        form.add_error(None, str(refused.why))
    return not form.errors


def _watch(watch: StandingWatch) -> dict[str, Any]:
    place = (watch.record_kind, watch.record_number)
    return {
        "it": watch, "what": Profile(watch.profile).label, "name": faces.name_of(*place),
        "address": faces.address_of(*place), "told": len(watch.told),
    }  # fmt: skip
