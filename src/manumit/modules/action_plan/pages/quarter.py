"""The quarter: one page on which a contact answers everything that is due, and hands it to the lead."""

from collections.abc import Mapping
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from manumit.spine.access.routes import guarded
from manumit.spine.identity.actor import Actor
from manumit.spine.ui import render
from manumit.spine.ui.refusing import asking

from .. import questions
from ..actions.answer_quarter import answer_quarter
from ..choices import UpdateState
from ..models import Commitment, ProgressUpdate
from ..quarters import FORM, last_day
from . import quarter_lines
from .forms import ReportForm


@guarded("edit", "commitment")
def quarter(request: HttpRequest) -> HttpResponse:
    """Show the open commitments of the asker's agency with an answer each, or take the answers."""
    actor = asking(request)
    named = _quarter(request)
    lines = [_line(each) for each in questions.to_report(actor, named)]
    if request.method == "POST":
        answers = _answers(request, lines)
        if not any(line["errors"] for line in lines):
            return _answered(request, actor, named, answers)
        return render(request, "action_plan/quarter.html", _context(named, lines), status=422)
    return render(request, "action_plan/quarter.html", _context(named, lines))


def _quarter(request: HttpRequest) -> str:
    given = str(request.GET.get("quarter", ""))
    return given if FORM.fullmatch(given) else questions.reporting_quarter(questions.today())


def _line(commitment: Commitment) -> dict[str, Any]:
    """Return a commitment with its report, and what its answer shows while that may be written.

    An agency may have hundreds: the fields are written out, a form object is made of what is posted only.
    """
    reports: list[ProgressUpdate] = commitment.reports  # type: ignore[attr-defined]
    report = reports[0] if reports else None
    values = {name: str(getattr(report, name) or "") if report else "" for name in quarter_lines.CONTROLS}
    open_ = report is None or report.state == UpdateState.DRAFT
    return {"commitment": commitment, "report": report, "open": open_, "values": values, "errors": {}}


def _answers(request: HttpRequest, lines: list[dict[str, Any]]) -> dict[Commitment, dict[str, Any]]:
    """Return what was answered, by commitment; write what is wrong and what was typed into the lines."""
    found = {}
    for line in lines:
        if not line["open"]:
            continue
        form = ReportForm(request.POST, prefix=line["commitment"].number)
        if not form.is_valid():
            line["errors"] = {name: " ".join(map(str, errors)) for name, errors in form.errors.items()}
        elif form.answered:
            found[line["commitment"]] = form.cleaned_data
        line["values"] = {name: request.POST.get(form.add_prefix(name), "") for name in quarter_lines.CONTROLS}
    return found


def _answered(
    request: HttpRequest, actor: Actor, named: str, answers: Mapping[Commitment, Mapping[str, Any]]
) -> HttpResponse:
    done = answer_quarter(actor, named, answers, submit="submit" in request.POST)
    for commitment, why in done.refused:
        messages.error(request, f"{commitment.title}: {why}")
    told = ngettext("%(count)s report saved.", "%(count)s reports saved.", done.saved) % {"count": done.saved}
    messages.success(request, told) if done.saved else messages.info(request, _("Nothing was answered."))
    return redirect(f"{reverse('action_plan:quarter')}?quarter={named}")


def _context(named: str, lines: list[dict[str, Any]]) -> dict[str, Any]:
    return {
        "quarter": named,
        "due_on": last_day(named),
        "lines": lines,
        "faulty": [line for line in lines if line["errors"]],
        "answered": sum(not line["open"] for line in lines),
        "open": any(line["open"] for line in lines),
        "drawn": quarter_lines.drawn(lines),
    }
