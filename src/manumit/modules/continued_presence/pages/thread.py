"""Questions of DHS and answers of the agency."""

from collections.abc import Iterator, Mapping
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from manumit.spine.access import decide_many
from manumit.spine.access.routes import guarded
from manumit.spine.identity.actor import Actor
from manumit.spine.records import sealed
from manumit.spine.ui import render
from manumit.spine.ui.refusing import asking

from ..actions.write_message import write_message
from ..choices import MessageKind, Stage
from ..leaning import bases_of, title_of
from ..models import Message, PresenceRequest
from ..plain_words import readings, shown
from ..questions import thread_in
from ..reasons import ANSWER, WANTED
from .asking import done, identity_of, sent
from .forms import MessageForm


@guarded("read_correspondence", "presence_request")
def thread(request: HttpRequest, record: PresenceRequest) -> HttpResponse:
    """Show the thread; whoever may, answers a question or asks one more."""
    actor, form = asking(request), MessageForm(sent(request))
    rows = Message.objects.visible_to(actor).filter(request=record)
    number = request.POST.get("answers", "")
    question = rows.filter(pk=int(number)).first() if number.isdigit() else None
    if request.method == "POST" and form.is_valid() and done(
        form, lambda: write_message(actor, record, form.cleaned_data["words"], answers=question)
    ):  # fmt: skip
        return redirect("continued_presence:thread", record.number)
    words = sealed.read(actor, record, "correspondence")
    told = thread_in(actor, record, words)
    answered = {each["row"].answers_id for each in told}
    open_ones = [
        each for each in told if each["row"].message_kind == MessageKind.QUESTION and each["row"].pk not in answered
    ]
    acts = ("sign", "review")
    may = {act: d.allowed for act, d in zip(acts, decide_many(actor, [(act, record) for act in acts]), strict=True)}
    context = {
        **identity_of(record), "thread": told, "open": open_ones, "may": may, "form": form,
        "asking": record.stage == Stage.INFORMATION, "heading": _("Questions, answers and reasons"),
        "reasons": list(_reasons(actor, record, words)),
    }  # fmt: skip
    return render(request, "continued_presence/thread.html", context, status=422 if form.errors else 200)


def _reasons(actor: Actor, record: PresenceRequest, words: Mapping[str, Any]) -> Iterator[dict[str, Any]]:
    """Give what was said with the steps, each kind once, as far as this person may read it: the last words stand."""
    said = dict(words)
    if getattr(record, "can_read_decision", False):
        said |= sealed.read(actor, record, "decision")
    asked = {wanted.words: wanted for wanted in WANTED.values()} | {"revocation_answer": ANSWER}
    for name, wanted in asked.items():
        if said.get(name):
            yield {"name": wanted.asked, "value": said[name]}
        if wanted.letter and said.get(f"{name}_es"):
            yield {"name": _("The same in Spanish"), "value": said[f"{name}_es"]}
        if wanted.letter and said.get(name):
            yield {"name": _("How it reads"), "value": " ".join(_how_hard(said, name))}
    if bases := bases_of(actor, record):
        told = _("%(facts)s. Named by %(who)s.")
        facts = "; ".join(title_of(row.fact) for row in bases)
        yield {"name": _("On which facts does it rest?"),
               "value": told % {"facts": facts, "who": bases[0].by.full_name}}  # fmt: skip


def _how_hard(said: Mapping[str, Any], name: str) -> Iterator[str]:
    step = next(step for step, wanted in WANTED.items() if wanted.words == name)
    for _field, reading in readings(step, said[name], said.get(f"{name}_es") or ""):
        yield shown(reading)
