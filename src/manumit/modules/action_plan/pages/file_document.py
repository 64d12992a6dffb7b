"""Filing from a document: its text with each proposed sentence marked, and a decision for each proposal."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from manumit.spine.access import allowed
from manumit.spine.access.routes import guarded
from manumit.spine.ui import render
from manumit.spine.ui.forms import Form
from manumit.spine.ui.refusing import asking, attempt

from .. import questions
from ..actions.decide_filing import accept_filing, drop_filing, join_filing, title_of
from ..choices import Decision, PlanPillar
from ..editions import compare
from ..models import Commitment, Filing, PlanDocument


@guarded("read_summary", "plan_document")
def file_document(request: HttpRequest, record: PlanDocument) -> HttpResponse:
    """Show the document and its proposals, or decide about one."""
    actor = asking(request)
    filings = questions.filings(actor, record)
    form = Form(request.POST or None)
    if request.method == "POST" and form.is_valid():
        filing = next((each for each in filings if str(each.position) == request.POST.get("position")), None)
        if filing is None:
            raise Http404
        if attempt(form, lambda: _decided(request, record, filing)):
            return redirect(f"{reverse('action_plan:file', args=[record.number])}#proposal-{_next(filings, filing)}")
        messages.error(request, " ".join(map(str, form.non_field_errors())))
        filings = questions.filings(actor, record)
    may = allowed(actor, "edit", record).allowed
    context = {
        "document": record,
        "lines": [_line(actor, each, may) for each in filings],
        "open": sum(each.decision == Decision.OPEN for each in filings),
        "marked": marked(record.text, filings),
        "may_decide": may,
        "compared": _compared(actor, record, filings),
    }
    return render(request, "action_plan/file.html", context, status=422 if request.method == "POST" else 200)


def _decided(request: HttpRequest, document: PlanDocument, filing: Filing) -> Any:
    actor, asked = asking(request), request.POST
    match asked.get("decision"):
        case "accept":
            return accept_filing(actor, document, filing, asked.get("title", "").strip())
        case "join":
            known = Commitment.objects.visible_to(actor).filter(number=asked.get("commitment", "")).first()
            if known is None:
                raise Http404
            return join_filing(actor, document, filing, known)
        case "drop":
            return drop_filing(actor, document, filing, asked.get("reason", "") or _("No commitment"))
    raise Http404


def _next(filings: list[Filing], filing: Filing) -> int:
    """Return the position of the next proposal without a decision, else of this one."""
    later = [each.position for each in filings if each.position > filing.position and each.decision == Decision.OPEN]
    return later[0] if later else filing.position


def _line(actor: Any, filing: Filing, may: bool) -> dict[str, Any]:
    told = filing.proposal
    pillar = told["pillar"]
    return {
        "filing": filing,
        "told": told,
        "agencies": ", ".join(told["agencies"]),
        "pillar": PlanPillar(pillar).label,
        "title": title_of(told),
        "alike": questions.alike(actor, told) if may and filing.decision == Decision.OPEN else [],
    }


def marked(text: str, filings: list[Filing]) -> SafeString:
    """Return the document's text as HTML, each sentence that holds proposals marked and linked to the first of them."""
    pieces: list[tuple[SafeString]] = []
    at = 0
    seen: set[int] = set()
    for filing in sorted(filings, key=lambda each: (each.proposal["start"], each.position)):
        start, end = filing.proposal["start"], filing.proposal["end"]
        if start in seen or start < at:
            continue
        seen.add(start)
        link = format_html('<mark><a href="#proposal-{}">{}</a></mark>', filing.position, text[start:end])
        pieces += [(format_html("{}", text[at:start]),), (link,)]
        at = end
    pieces.append((format_html("{}", text[at:]),))
    return format_html_join("", "{}", pieces)


def _compared(actor: Any, document: PlanDocument, filings: list[Filing]) -> list[Any]:
    """Return what became of the promises of the edition before, where there is one."""
    if document.earlier_id is None:
        return []
    earlier = PlanDocument.objects.visible_to(actor).defer("text").get(pk=document.earlier_id)
    before = [each.proposal for each in questions.filings(actor, earlier)]
    return compare(before, [each.proposal for each in filings])
