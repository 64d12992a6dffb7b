"""An adviser's hours: recorded, approved or returned, paid."""

from typing import Any

from django import forms
from django.http import Http404, HttpRequest, HttpResponse
from django.utils.translation import gettext as _

from manumit.spine.access import require
from manumit.spine.access.routes import guarded
from manumit.spine.ui.forms import Form
from manumit.spine.ui.refusing import asking

from .. import advice_questions as questions
from ..actions.record_hours import move_hours, record_hours
from ..engagement_rules import ASKED, LONGEST, STEPS
from ..models import AdviceRequest
from .advice import LARGEST, place
from .advice_forms import HoursForm
from .asking import ask


@guarded("advise", "advice_request")
def hours(request: HttpRequest, record: AdviceRequest) -> HttpResponse:
    """Record hours."""
    form = HoursForm(request.POST or None)

    def act() -> Any:
        return record_hours(asking(request), record, form.cleaned_data)

    return ask(request, form, _("Record hours"), act, back=place(record), about=record.question)


@guarded("read_hours", "advice_request")
def hours_step(request: HttpRequest, record: AdviceRequest, hours_id: int, step: str) -> HttpResponse:
    """Take a step with some hours, with its words where the table asks for them."""
    actor = asking(request)
    row = questions.hours_of(actor, record).filter(pk=min(hours_id, LARGEST - 1)).first()
    if row is None or step not in STEPS:
        raise Http404
    rule = STEPS[step]
    require(actor, rule.act, record)
    form = Form(request.POST or None)
    if rule.asks:
        form.fields["words"] = forms.CharField(label=str(ASKED[rule.asks]), max_length=LONGEST[rule.asks])

    def act() -> Any:
        return move_hours(actor, record, row, step, form.cleaned_data.get("words", ""))

    about = f"{row.worked_on}: {row.hours} h, ${row.rate} = ${row.amount}. {row.did}"
    return ask(request, form, str(rule.title), act, back=place(record), about=about)
