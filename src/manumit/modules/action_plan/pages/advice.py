"""Advice from people with lived experience: what is asked, what was given, what became of it, and its hours."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _

from manumit.spine.access import decide_many
from manumit.spine.access.routes import guarded
from manumit.spine.ui import render
from manumit.spine.ui.forms import Form, VersionedForm
from manumit.spine.ui.refusing import asking

from .. import advice_questions as questions
from ..actions.answer_advice import accept_advice, answer_advice
from ..actions.ask_advice import ask_advice, close_advice
from ..actions.give_advice import give_advice
from ..models import Advice, AdviceRequest
from ..refusing import Refused
from .advice_forms import AskForm, BecameForm, GiveForm
from .asking import ask

ACTS = ("advise", "edit", "supervise", "approve", "pay")
LARGEST = 2**63


@guarded("read_summary", "advice_request")
def advice_requests(request: HttpRequest) -> HttpResponse:
    """Show the requests, open ones first."""
    actor = asking(request)
    context = {"requests": questions.requests(actor)[:200], "may_ask": bool(actor.roles & ASKERS)}
    return render(request, "action_plan/advice_requests.html", context)


ASKERS = frozenset({"plan_contact", "plan_lead", "secretariat"})


@guarded("create", "advice_request")
def ask_for_advice(request: HttpRequest) -> HttpResponse:
    """Ask for advice."""
    form = AskForm(request.POST or None, initial={"about": request.GET.get("about", "")[:30]})
    return ask(request, form, _("Ask for advice"), lambda: _asked(request, form), back=place)


def _asked(request: HttpRequest, form: AskForm) -> AdviceRequest:
    given = dict(form.cleaned_data)
    about = questions.subject(asking(request), given.pop("about").strip())
    if about is None:
        raise Refused({"about": _("Nothing you may see has this number. Copy it from the page of what it is about.")})
    return ask_advice(asking(request), about, given)


def place(found: AdviceRequest) -> str:
    """Return the address of a request."""
    return reverse("action_plan:advice", args=[found.number])


@guarded("read_summary", "advice_request")
def show_advice(request: HttpRequest, record: AdviceRequest) -> HttpResponse:
    """Show a request with its advice and, to those who may read them, its hours."""
    actor = asking(request)
    decided = decide_many(actor, [(act, record) for act in ACTS])
    own = [each for each in questions.own(actor) if each.record_number == record.number]
    names = questions.payees(actor, record)
    context = {
        "request_": record,
        "advice": questions.advice_on(actor, record),
        "own": {each.advice_id: each.pk for each in own if each.advice_id},
        "own_hours": [each.paid_hours for each in own if each.paid_hours_id],
        "hours": [(each, names.get(each.pk, "")) for each in questions.hours_of(actor, record)],
        **{f"may_{act}": each.allowed for act, each in zip(ACTS, decided, strict=True)},
    }
    return render(request, "action_plan/advice.html", context)


@guarded("advise", "advice_request")
def give(request: HttpRequest, record: AdviceRequest) -> HttpResponse:
    """Give advice."""
    form = GiveForm(request.POST or None)

    def act() -> Any:
        return give_advice(asking(request), record, **form.cleaned_data)

    return ask(request, form, _("Give advice"), act, back=place(record), about=record.question)


@guarded("edit", "advice_request")
def became(request: HttpRequest, record: AdviceRequest, advice_id: int) -> HttpResponse:
    """Say what became of advice."""
    advice = found(request, record, advice_id)
    form = BecameForm(request.POST or None, initial={"became": advice.became, "reasons": advice.reasons})

    def act() -> Any:
        return answer_advice(asking(request), record, advice, **form.cleaned_data)

    return ask(request, form, _("What became of it"), act, back=place(record), about=advice.text)


@guarded("supervise", "advice_request")
def accept(request: HttpRequest, record: AdviceRequest, advice_id: int) -> HttpResponse:
    """Let advice out to the public."""
    advice = found(request, record, advice_id)

    def act() -> Any:
        return accept_advice(asking(request), record, advice)

    return ask(request, Form(request.POST or None), _("Let the public read it"), act, back=place(record),
               about=advice.text)  # fmt: skip


@guarded("edit", "advice_request")
def close(request: HttpRequest, record: AdviceRequest) -> HttpResponse:
    """Close a request."""
    form = VersionedForm(request.POST or None, initial={"version": record.version})

    def act() -> Any:
        return close_advice(asking(request), record, expected_version=form.cleaned_data["version"])

    return ask(request, form, _("Close the request"), act, back=place(record), about=record.question)


def found(request: HttpRequest, record: AdviceRequest, advice_id: int) -> Advice:
    """Return the advice of this request. Raises Http404."""
    advice = questions.advice_on(asking(request), record).filter(pk=min(advice_id, LARGEST - 1)).first()
    if advice is None:
        raise Http404
    return advice
