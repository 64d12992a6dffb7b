"""The quarter: one page on which a contact answers everything that is due, and hands it to the lead.

An agency with hundreds of commitments answers them 25 at a time, one button leading from each 25 to the next.
"""

from typing import Any

from django.contrib import messages
from django.core.paginator import Page, Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from manumit.spine.access.routes import guarded
from manumit.spine.identity.actor import Actor
from manumit.spine.records import Conflict
from manumit.spine.ui import render
from manumit.spine.ui.refusing import asking

from .. import questions
from ..actions.answer_quarter import Answered, answer_quarter
from ..choices import UpdateState
from ..models import Commitment, ProgressUpdate
from ..quarters import FORM, last_day
from . import quarter_lines
from .quarter_answers import Answers, answers_of

PAGE = 25
"""Commitments answered at a time: a page of them has as many bytes as other pages, and is read at one go."""


@guarded("edit", "commitment")
def quarter(request: HttpRequest) -> HttpResponse:
    """Show the open commitments of the asker's agency with an answer each, or take the answers."""
    actor, named = asking(request), _quarter(request)
    asked = questions.to_report(actor, named)
    counts = questions.answered(actor, named, asked)
    shown = Paginator(range(counts["total"]), PAGE).get_page(request.GET.get("page"))
    if request.method != "POST":
        return render(request, "action_plan/quarter.html", _context(named, counts, shown, _lines(asked, shown)))
    lines = _lines(asked, shown)
    if (done := _saved(request, actor, named, lines)) is None:
        lines = lines if any(line["errors"] for line in lines) else _met(request, asked, shown)
        return render(request, "action_plan/quarter.html", _context(named, counts, shown, lines), status=422)
    _tell(request, done, "submit" in request.POST)
    return redirect(_address(named, shown.next_page_number() if _goes_on(request, shown) else shown.number))


def _quarter(request: HttpRequest) -> str:
    given = str(request.GET.get("quarter", ""))
    return given if FORM.fullmatch(given) else questions.reporting_quarter(questions.today())


def _lines(asked: Any, shown: Page[int]) -> list[dict[str, Any]]:
    return [_line(each) for each in asked[max(shown.start_index() - 1, 0) : shown.end_index()]]


def _line(commitment: Commitment) -> dict[str, Any]:
    """Return a commitment with its report, and what its answer shows while that may be written."""
    reports: list[ProgressUpdate] = commitment.reports  # type: ignore[attr-defined]
    report = reports[0] if reports else None
    values = {name: str(getattr(report, name) or "") if report else "" for name in quarter_lines.FIELDS}
    open_ = report is None or report.state == UpdateState.DRAFT
    return {"commitment": commitment, "report": report, "open": open_, "values": values, "errors": {}}


def _saved(request: HttpRequest, actor: Actor, named: str, lines: list[dict[str, Any]]) -> Answered | None:
    """Save what was answered; None where a line is wrong, or somebody saved another answer in this very moment."""
    answers: Answers = answers_of(request.POST, lines)
    if any(line["errors"] for line in lines):
        return None
    try:
        return answer_quarter(actor, named, answers, submit="submit" in request.POST)
    except Conflict:
        return None


def _met(request: HttpRequest, asked: Any, shown: Page[int]) -> list[dict[str, Any]]:
    """Return the lines as they stand now, each that somebody else saved meanwhile with both words."""
    lines = _lines(asked.all(), shown)
    answers_of(request.POST, lines)
    return lines


def _tell(request: HttpRequest, done: Answered, handing: bool) -> None:
    for commitment, why in done.refused:
        messages.error(request, f"{commitment.title}: {why}")
    if done.saved:
        told = ngettext("%(count)s report saved.", "%(count)s reports saved.", done.saved)
        messages.success(request, told % {"count": done.saved})
    if done.handed:
        told = ngettext("%(count)s report is with the lead.", "%(count)s reports are with the lead.", done.handed)
        messages.success(request, told % {"count": done.handed})
    if not (done.saved or done.handed or done.refused):
        messages.info(request, _("Nothing was answered.") if handing else _("Nothing new was answered."))


def _goes_on(request: HttpRequest, shown: Page[int]) -> bool:
    return "next" in request.POST and shown.has_next()


def _address(named: str, page: int) -> str:
    return f"{reverse('action_plan:quarter')}?quarter={named}" + (f"&page={page}" if page > 1 else "")


def _context(named: str, counts: dict[str, int], shown: Page[int], lines: list[dict[str, Any]]) -> dict[str, Any]:
    several = shown.paginator.num_pages > 1
    return {
        "quarter": named,
        "due_on": last_day(named),
        "counts": counts,
        "shown": shown,
        "pages": [(page, _address(named, page)) for page in shown.paginator.page_range] if several else [],
        "faulty": [line for line in lines if line["errors"]],
        "lines": lines,
        "open": any(line["open"] for line in lines) or counts["drafted"],
        "drawn": quarter_lines.drawn(lines),
    }
