"""One pair on one page: side by side, what speaks for and against, what was judged before."""

from collections.abc import Iterable
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _

from manumit.spine.access.middleware import asking
from manumit.spine.access.routes import signed_in
from manumit.spine.identity.actor import Actor
from manumit.spine.ui import drafts, faces, render
from manumit.spine.workflow.refusing import Refused

from ..actions.judge import judge
from ..actions.look import look
from ..actions.withdraw_judgement import withdraw_judgement
from ..choices import CONSEQUENTIAL, Profile, State
from ..models import Candidate, Judgement
from ..questions import Narrowing, candidate, earlier, join_of, judgements, queue
from ..values import value
from ..words import bits, feature, finding
from .forms import JudgeForm

BOTH = "Whoever may read both records whole, of the two agencies that own them"


@signed_in(BOTH)
def show_candidate(request: HttpRequest, pk: int) -> HttpResponse:
    """Show a pair; judge it, and go on to the next."""
    actor = asking(request)
    pair, form = candidate(actor, pk), JudgeForm(request.POST or None)
    if request.method == "POST" and form.is_valid() and _done(form, lambda: judge(actor, pair, **form.cleaned_data)):
        drafts.discard(request)
        messages.success(request, _("Judged. You can take it back on the page of the pair."))
        return redirect(_next(request, actor, pair))
    said, context = look(actor, pair), _context(request, actor, pair)
    context |= {"form": form, "steps": _steps(said), "missing": _missing(said), "said": said}
    return render(request, "links/show.html", context, status=422 if form.errors else 200)


@signed_in(BOTH)
def undo(request: HttpRequest, pk: int) -> HttpResponse:
    """Take back one's own judgement."""
    pair = candidate(asking(request), pk)
    if request.method == "POST":
        try:
            withdraw_judgement(asking(request), pair)
            messages.success(request, _("Taken back. The pair waits again."))
        except Refused as refused:
            messages.error(request, str(refused.why))
    return redirect(_address(request, pair))


def _context(request: HttpRequest, actor: Actor, pair: Candidate) -> dict[str, Any]:
    ends = ((pair.record_kind, pair.record_number), (pair.other_kind, pair.other_number))
    held = judgements(actor, pair)
    return {
        "pair": pair, "what": Profile(pair.profile).label, "state": State(pair.state).label,
        "one": faces.name_of(*ends[0]), "other": faces.name_of(*ends[1]),
        "one_address": faces.address_of(*ends[0]), "other_address": faces.address_of(*ends[1]),
        "weight": bits(pair.weight), "held": held, "earlier": [_earlier(each) for each in earlier(actor, pair)],
        "mine": next((each for each in held if each.by_id == actor.person_id and not each.withdrawn_at), None),
        "join": join_of(actor, pair),
        "outside": pair.profile in CONSEQUENTIAL, "two": pair.profile in CONSEQUENTIAL,
        "query": request.GET.urlencode(), "may_join": pair.state == State.CONFIRMED,
    }  # fmt: skip


def _steps(said: Any) -> list[dict[str, Any]]:
    """Return the waterfall, the heaviest first, with what remains after each step."""
    told, total = [], 0
    for step in (*said.evidence_for, *said.evidence_against, *_silent(said)) if said else ():
        total += step.weight
        told.append(
            {"feature": feature(step.feature), "left": _values(step, step.left), "right": _values(step, step.right),
             "text": finding(step.text, step.carried, step.weight), "weight": bits(step.weight), "total": bits(total),
             "tone": "good" if step.weight > 0 else "bad" if step.weight < 0 else "plain"}
        )  # fmt: skip
    return told


def _values(step: Any, values: Iterable[str]) -> str:
    return ", ".join(value(step.feature, each) for each in values)


def _silent(said: Any) -> list[Any]:
    return [step for step in said.waterfall if step.level and not step.weight]


def _missing(said: Any) -> list[str]:
    return [feature(name) for name in said.missing] if said else []


def _earlier(judgement: Judgement) -> dict[str, Any]:
    ends = ((judgement.record_kind, judgement.record_number), (judgement.other_kind, judgement.other_number))
    return {"it": judgement, "pair": " - ".join(faces.name_of(*end) for end in ends)}


def _done(form: JudgeForm, act: Any) -> bool:
    try:
        act()
    except Refused as refused:
        form.add_error(None, str(refused.why))
    return not form.errors


def _next(request: HttpRequest, actor: Actor, pair: Candidate) -> str:
    """Return the page of the next pair of the same queue, the queue itself where none waits."""
    following = queue(actor, Narrowing.of(request.GET)).exclude(pk=pair.pk).first()
    kept = f"?{request.GET.urlencode()}" if request.GET else ""
    return f"{reverse('links:show', args=[following.pk])}{kept}" if following else f"{reverse('links:queue')}{kept}"


def _address(request: HttpRequest, pair: Candidate) -> str:
    kept = f"?{request.GET.urlencode()}" if request.GET else ""
    return f"{reverse('links:show', args=[pair.pk])}{kept}"
