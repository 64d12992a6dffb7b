"""Take a step of a tip's procedure, or of its reward's; a serious one only after a pause."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.utils.translation import gettext as _

from manumit.spine.access import require
from manumit.spine.access.middleware import asking
from manumit.spine.access.routes import guarded
from manumit.spine.ui import render
from manumit.spine.workflow import Procedure, Transition

from ..actions.move_tip import move_reward, move_tip
from ..models import Tip
from ..procedure import TIP, TIP_REWARD
from .asking import ask, identity_of
from .forms import StepForm


@guarded("read_summary", "tip")
def move(request: HttpRequest, record: Tip, step: str) -> HttpResponse:
    """Show what the step asks, pause before a serious one, or take it and show the tip."""
    transition, actor = _step(TIP, step), asking(request)
    require(actor, transition.action, record)
    form = StepForm(request.POST or None, step=transition, initial={"version": record.version})
    if _pauses(request, form):
        return _pause(request, record, form)
    return ask(
        request, record, form, transition.title, lambda: move_tip(actor, record, step, **form.given()),
        submit=transition.title,
    )  # fmt: skip


@guarded("supervise", "tip")
def reward(request: HttpRequest, record: Tip, step: str) -> HttpResponse:
    """The same for the reward."""
    transition, actor = _step(TIP_REWARD, step), asking(request)
    form = StepForm(request.POST or None, step=transition, initial={"version": record.version})
    if _pauses(request, form):
        return _pause(request, record, form)

    def act() -> object:
        given = form.given()
        given.pop("answers")
        return move_reward(actor, record, step, **given)

    return ask(request, record, form, transition.title, act, submit=transition.title)


def _step(procedure: Procedure, name: str) -> Transition:
    try:
        return procedure.transition(name)
    except LookupError:
        raise Http404 from None


def _pauses(request: HttpRequest, form: StepForm) -> bool:
    serious = request.method == "POST" and form.step.serious and "confirmed" not in request.POST
    return serious and form.is_valid()


def _pause(request: HttpRequest, tip: Tip, form: StepForm) -> HttpResponse:
    posted = [name for name in request.POST if name not in {"csrfmiddlewaretoken", "confirmed"}]
    kept = [(name, value) for name in posted for value in request.POST.getlist(name)]
    told = [_("The step and its reason stay in the history, whatever comes later.")]
    if form.step.target == "spam":
        told.insert(0, _("Somebody frightened may write what looks like nonsense. Spam is kept, and seen by triage."))
    context: dict[str, Any] = {**identity_of(tip), "heading": form.step.title, "pause": told, "kept": kept}
    return render(request, "tips/verb.html", context)
