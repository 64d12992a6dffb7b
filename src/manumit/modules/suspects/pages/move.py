"""Take a step of the procedure; a serious one only after a pause."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.utils.translation import gettext as _

from manumit.spine.access import require
from manumit.spine.access.middleware import asking
from manumit.spine.access.routes import guarded
from manumit.spine.ui import render
from manumit.spine.workflow import Transition

from .. import procedure
from ..actions.move_suspect import move_suspect
from ..models import Suspect
from .asking import ask, identity_of
from .forms import StepForm


@guarded("read_summary", "suspect")
def move(request: HttpRequest, record: Suspect, step: str) -> HttpResponse:
    """Show what the step asks, pause before a serious one, or take it and show the suspect."""
    transition, actor = _step(step), asking(request)
    require(actor, transition.action, record)
    form = StepForm(request.POST or None, step=transition, initial={"version": record.version})
    if request.method == "POST" and form.is_valid() and transition.serious and "confirmed" not in request.POST:
        return _pause(request, record, form)
    return ask(
        request, record, form, transition.title, lambda: move_suspect(actor, record, step, **form.given()),
        submit=transition.title,
    )  # fmt: skip


def _step(name: str) -> Transition:
    try:
        return procedure.SUSPECT.transition(name)
    except LookupError:
        raise Http404 from None


def _pause(request: HttpRequest, suspect: Suspect, form: StepForm) -> HttpResponse:
    posted = [name for name in request.POST if name not in {"csrfmiddlewaretoken", "confirmed"}]
    kept = [(name, value) for name in posted for value in request.POST.getlist(name)]
    context: dict[str, Any] = {
        **identity_of(suspect), "heading": form.step.title, "pause": _warning(form.step), "kept": kept,
    }  # fmt: skip
    return render(request, "suspects/verb.html", context)


def _warning(step: Transition) -> list[str]:
    told = [_("The step and its reason stay in the history, whatever comes later.")]
    if step.target == "suspect":
        told.insert(0, _("To name somebody a suspect can harm them for years. Does the basis stand without a guess?"))
    if "forced_criminality" in step.asks:
        told.insert(
            1,
            _("Children who are trafficked are made to commit crimes. A victim is not punished for what they were "
              "forced to do: where it is possible, a task to tell the prosecutor and a victim specialist is raised."),
        )  # fmt: skip
    return told
