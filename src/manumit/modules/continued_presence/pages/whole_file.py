"""The whole request, shown after its reader said what for."""

from collections.abc import Mapping
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _

from manumit.spine.access.routes import guarded
from manumit.spine.identity.actor import Actor
from manumit.spine.records import sealed
from manumit.spine.ui import render
from manumit.spine.ui.refusing import asking

from ..actions.state_purpose import state_purpose
from ..asked import QUESTIONS, STEPS, Question
from ..facts import VETTING
from ..leaning import marked_of, with_mark
from ..models import PresenceRequest
from ..questions import answers_of
from .asking import identity_of, sent
from .forms import PurposeForm


@guarded("read_identity", "presence_request")
def whole_file(request: HttpRequest, record: PresenceRequest) -> HttpResponse:
    """Ask what it is needed for; then log it and show every answer, once."""
    actor, form = asking(request), PurposeForm(sent(request))
    context: dict[str, Any] = {**identity_of(record), "form": form, "heading": _("The whole request")}
    if request.method == "POST" and form.is_valid():
        state_purpose(actor, record, form.cleaned_data["note"])
        context |= {"areas": areas(actor, record), "revealed": True}
    status = 422 if form.errors else 200
    return render(request, "continued_presence/file.html", context, status=status)


def areas(actor: Actor, record: PresenceRequest) -> list[dict[str, Any]]:
    """Return the answers by step, in words; vetting last for who may read it."""
    answers, marked = answers_of(actor, record), marked_of(actor, record)
    found = [{"title": step.title, "rows": list(_rows(step.questions, answers, marked))} for step in STEPS]
    if record.can_read_vetting:  # type: ignore[attr-defined] # annotated by access.find
        vetted = sealed.read(actor, record, "vetting")
        rows = [
            {"name": title, "value": with_mark(vetted[name], marked.get(f"vetting.{name}"))}
            for name, title in VETTING.items() if vetted.get(name)
        ]  # fmt: skip
        found.append({"title": _("Vetting"), "rows": rows})
    return [area for area in found if area["rows"]]


def _rows(questions: tuple[Question, ...], answers: dict[str, Any], marked: Mapping[str, str]) -> Any:
    for each in questions:
        if answers.get(each.name):
            value = in_words(each.name, answers[each.name])
            yield {"name": each.label, "value": with_mark(value, marked.get(f"answer.{each.name}"))}


def in_words(name: str, value: Any) -> str:
    """Return an answer as people read it."""
    labels = dict(QUESTIONS[name].choices)
    if isinstance(value, list):
        return "; ".join(str(labels.get(code, code)) for code in value)
    return str(labels.get(value, value))
