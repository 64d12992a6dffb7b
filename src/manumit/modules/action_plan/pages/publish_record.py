"""Publishing partnerships, recommendations and decisions as they stand, and taking them back."""

from typing import Any

from django import forms
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from manumit.spine.access.routes import guarded
from manumit.spine.ui.forms import Form
from manumit.spine.ui.refusing import asking

from ..actions.publish_record import publish_record, withdraw_record
from ..actions.publishing_records import Shown, number_of
from ..models import MeetingDecision, Partnership, Plan, PublicRecord, Recommendation
from .asking import ask

DEEDS = {"publish": publish_record, "withdraw": withdraw_record}


class PublishForm(Form):
    """What to do with the public's copy."""

    deed = forms.ChoiceField(
        label=gettext_lazy("What the public shall read"), widget=forms.RadioSelect, initial="publish",
        choices=[("publish", gettext_lazy("It as it stands now")), ("withdraw", gettext_lazy("Nothing of it"))],
        help_text=gettext_lazy("Later changes wait until you publish it again. Advice follows its giver's choice at "
                               "once."),
    )  # fmt: skip


@guarded("supervise", "partnership")
def publish_partnership(request: HttpRequest, record: Partnership) -> HttpResponse:
    """Publish a partnership, or take it back."""
    return _publish(request, record, reverse("action_plan:partnership", args=[record.number]))


@guarded("supervise", "recommendation")
def publish_recommendation(request: HttpRequest, record: Recommendation) -> HttpResponse:
    """Publish a recommendation with its answer, or take it back."""
    return _publish(request, record, reverse("action_plan:recommendations"))


@guarded("supervise", "plan")
def publish_decision(request: HttpRequest, record: Plan, row_id: int) -> HttpResponse:
    """Publish a decision of a meeting, or take it back."""
    found = MeetingDecision.objects.visible_to(asking(request)).filter(meeting__plan=record)
    decision = found.select_related("meeting").filter(pk=min(row_id, 2**63 - 1)).first()
    if decision is None:
        raise Http404
    return _publish(request, decision, reverse("action_plan:plan", args=[record.number]))


def _publish(request: HttpRequest, record: Shown, back: str) -> HttpResponse:
    form = PublishForm(request.POST or None)

    def act() -> Any:
        return DEEDS[form.cleaned_data["deed"]](asking(request), record)

    published = PublicRecord.objects.filter(number=number_of(record)).exists()
    title = _("Publish it anew, or take it back") if published else _("Publish it")
    return ask(request, form, title, act, back=back, about=str(record))
