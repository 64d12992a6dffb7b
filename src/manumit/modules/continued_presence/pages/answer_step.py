"""One step of a request on one screen; what is missing is always in sight."""

from collections.abc import Mapping
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse

from manumit.spine.access.routes import guarded
from manumit.spine.identity.actor import Actor
from manumit.spine.ui import render
from manumit.spine.ui.refusing import asking

from ..actions.save_answers import save_answers
from ..asked import BY_NAME, STEPS, Step, steps_asked
from ..models import PresenceRequest
from ..questions import answers_with, operation_of
from ..rules import REQUEST_RULES, RequestFacts
from .asking import done, identity_of, sent
from .forms import StepForm


@guarded("seal", "presence_request")
def answer_step(request: HttpRequest, record: PresenceRequest, step: str) -> HttpResponse:
    """Show a step, or save it and go to the next; nothing has to be answered before one may go on."""
    if step not in BY_NAME:
        raise Http404
    actor, asked = asking(request), BY_NAME[step]
    operation = operation_of(actor, record)
    standing = answers_with(actor, record, operation)
    version = operation.version if asked.shared else record.version
    form = StepForm(sent(request), step=asked, standing=standing, version=version)

    def act() -> PresenceRequest:
        expected = form.cleaned_data["version"]
        return save_answers(actor, record, step, form.answers(), expected_version=expected, standing=standing)

    if request.method == "POST" and form.is_valid() and done(form, act):
        return _onwards(record, asked, {**standing, **form.answers()}, leave="leave" in request.POST)
    context = {
        **identity_of(record), "form": form, "step": asked, "steps": indicator(asked, standing),
        "missing": missing(actor, record, standing), "heading": asked.title,
    }  # fmt: skip
    return render(request, "continued_presence/step.html", context, status=422 if form.errors else 200)


def _onwards(record: PresenceRequest, step: Step, answers: Mapping[str, Any], *, leave: bool) -> HttpResponse:
    later = STEPS[STEPS.index(step) + 1 :]
    following = next((each for each in steps_asked(answers) if each in later), None)
    if leave or following is None:
        return redirect("continued_presence:show", record.number)
    return redirect("continued_presence:step", record.number, following.name)


def indicator(now: Step, answers: Mapping[str, Any]) -> list[dict[str, Any]]:
    """Return the steps that are asked, as the indicator shows them."""
    steps = steps_asked(answers)
    at = steps.index(now) if now in steps else 0
    return [
        {"title": each.title, "state": "done" if place < at else "now" if place == at else ""}
        for place, each in enumerate(steps)
    ]


def missing(actor: Actor, record: PresenceRequest, answers: Mapping[str, Any]) -> dict[str, list[dict[str, str]]]:
    """Return what stands against the request and what is advised, each with the address of its question."""
    facts = RequestFacts(answers)
    errors = [each for each in REQUEST_RULES.refused(facts) if not record.missing or each.rule in record.missing]
    return {
        "errors": [_line(record, each) for each in errors],
        "warnings": [_line(record, each) for each in REQUEST_RULES.warned(facts)],
    }


def _line(record: PresenceRequest, finding: Any) -> dict[str, str]:
    name = finding.fields[0]
    step = next(each for each in STEPS if any(question.name == name for question in each.questions))
    address = reverse("continued_presence:step", args=[record.number, step.name])
    return {"text": str(finding.message), "href": f"{address}#id_{name}", "step": str(step.title)}
