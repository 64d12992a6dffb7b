"""Take a step; a serious one only after a pause."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from manumit.spine.access import require
from manumit.spine.access.routes import guarded
from manumit.spine.identity.actor import Actor
from manumit.spine.records import sealed
from manumit.spine.ui import render
from manumit.spine.ui.refusing import asking

from .. import procedure
from ..actions.move_request import ADVERSE, NEEDS_ANSWERS, Said, move_request
from ..asked import QUESTIONS
from ..leaning import leaning_of
from ..models import PresenceRequest
from ..plain_words import readings, shown
from ..questions import answers_of
from ..reasons import WANTED
from .asking import ask, identity_of, sent
from .forms import MoveForm
from .whole_file import in_words

EXTENDING = frozenset({"extend", "refuse_extension"})


@guarded("read_summary", "presence_request")
def move(request: HttpRequest, record: PresenceRequest, step: str) -> HttpResponse:
    """Ask what the step wants, pause before a serious one, or take it."""
    if step not in procedure.REQUEST.by_name:
        raise Http404
    actor, transition = asking(request), procedure.REQUEST.transition(step)
    require(actor, transition.action, record)
    if step == "ask_extension" and request.method == "GET":
        return redirect("continued_presence:extension", record.number)
    leaning = leaning_of(actor, record) if step in ADVERSE else None
    form = MoveForm(sent(request), step=transition, leaning=leaning, version=record.version)
    if request.method == "POST" and form.is_valid() and transition.serious and "confirmed" not in request.POST:
        return _pause(request, record, form)

    def act() -> PresenceRequest:
        answers = answers_of(actor, record) if step in NEEDS_ANSWERS else {}
        said = Said(answers=answers, facts=leaning.facts if leaning else (), **form.said())
        return move_request(actor, record, step, expected_version=form.cleaned_data["version"], said=said)

    told = list(asked_for(actor, record)) if step in EXTENDING else ()
    return ask(request, record, form, transition.title, act, submit=transition.title, law=transition.law, told=told)


def asked_for(actor: Actor, record: PresenceRequest) -> Iterator[dict[str, Any]]:
    """Give what an extension was asked for with: why, until when, what changed since the request."""
    words, answers = sealed.read(actor, record, "correspondence"), answers_of(actor, record)
    until = words.get("extension_until")
    yield {"name": WANTED["ask_extension"].asked, "value": words.get("extension_words") or ""}
    if until:
        yield {"name": _("Asked for through"), "value": date_format(date.fromisoformat(until))}
    if words.get("extension_investigation"):
        yield {"name": QUESTIONS["investigation"].label,
               "value": in_words("investigation", words["extension_investigation"])}  # fmt: skip
    for name in words.get("extension_changed") or ():
        yield {"name": QUESTIONS[name].label, "value": in_words(name, answers.get(name) or "")}


def _pause(request: HttpRequest, record: PresenceRequest, form: MoveForm) -> HttpResponse:
    posted = [name for name in request.POST if name not in {"csrfmiddlewaretoken", "confirmed"}]
    kept = [(name, value) for name in posted for value in request.POST.getlist(name)]
    context: dict[str, Any] = {
        **identity_of(record), "heading": form.step.title, "kept": kept,
        "pause": [*warnings_of(form.step.name), *_how_hard(form)],
    }  # fmt: skip
    return render(request, "continued_presence/ask.html", context)


def _how_hard(form: MoveForm) -> list[str]:
    told = form.cleaned_data
    found = readings(form.step.name, told.get("words") or "", told.get("words_es") or "")
    return [shown(reading) for _name, reading in found]


def warnings_of(step: str) -> list[str]:
    """Return what a person should think of before the step."""
    told = [_("The step stays in the log, whatever comes later.")]
    if step in ("sign", "concur", "concur_and_file", "vouch"):
        told.insert(0, _("Never offer this for cooperation, and never threaten to withhold it: traffickers do that."))
    if step in ("withdraw", "deny", "revoke", "end", "refuse_extension"):
        told.insert(0, _("The victim has to be told, safely, in a language they understand."))
    if step in ADVERSE:
        told.insert(0, _("Nothing that comes from a trafficker may be used (8 USC 1367), and no refused request."))
    return told
