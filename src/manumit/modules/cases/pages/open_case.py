"""Open a case: one short form, and a pause where a case like it may exist."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from manumit.spine.access import Denied, allowed
from manumit.spine.access.middleware import asking
from manumit.spine.access.routes import guarded
from manumit.spine.identity.actor import Actor
from manumit.spine.ui import drafts, render
from manumit.spine.ui.forms import open_form
from manumit.spine.ui.forms.refusing import attempt

from .. import questions
from ..actions import open_case as opening
from ..choices import CaseType, PersonRole
from ..models import Case
from . import words
from .addresses import address
from .forms import OpenForm

SUBJECT_ROLE = {
    CaseType.UNIDENTIFIED_REMAINS: PersonRole.DECEDENT_UNIDENTIFIED,
    CaseType.MISSING: PersonRole.MISSING,
    CaseType.UNKNOWN: PersonRole.MISSING,
}


@guarded("create", "case")
def open_case(request: HttpRequest) -> HttpResponse:
    """Show the form, pause on possible duplicates, or open the case and show it."""
    actor = asking(request)
    _demand_role(actor)
    form = open_form(OpenForm, request)
    if request.method != "POST":
        return render(request, "cases/open.html", {"form": form})
    if form.is_valid():
        report = _report(form)
        same = [] if "confirmed" in request.POST else _duplicates(actor, report)
        if same:
            return _pause(request, form, same)
        case = attempt(form, lambda: opening.open_case(actor, report))
        if case:
            return _opened(request, case)
    return render(request, "cases/open.html", {"form": form}, status=422)


def _demand_role(actor: Actor) -> None:
    decision = allowed(actor, "create", Case(owner_id=actor.agency_id))
    if not decision:
        raise Denied(decision)


def _report(form: OpenForm) -> opening.Report:
    case = form.case_values()
    role = SUBJECT_ROLE.get(case["case_type"], PersonRole.VICTIM)
    return opening.Report(case, people=({**form.person_values(), "role": role},), **form.said())


def _duplicates(actor: Actor, report: opening.Report) -> list[Case]:
    return questions.possible_duplicates(actor, report.people[0], report.case["last_seen_state"])


def _pause(request: HttpRequest, form: OpenForm, same: list[Case]) -> HttpResponse:
    found = [{"case": case, "title": words.title(case, named=True), "seen": words.last_seen(case)} for case in same]
    fields = [(name, value) for name in request.POST if name in form.fields for value in request.POST.getlist(name)]
    return render(request, "cases/possible_duplicate.html", {"found": found, "kept": fields})


def _opened(request: HttpRequest, case: Case) -> HttpResponse:
    drafts.discard(request)
    messages.success(request, _("Case %(number)s is open. There is no waiting period.") % {"number": case.number})
    return redirect(address(case))
