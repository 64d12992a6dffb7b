"""Take a step of the procedure; a serious one only after a pause."""

from typing import Any

from django import forms
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from manumit.spine.access import require
from manumit.spine.access.middleware import asking
from manumit.spine.access.routes import guarded
from manumit.spine.records import Conflict
from manumit.spine.ui import render
from manumit.spine.ui.forms import TextField, VersionedForm
from manumit.spine.ui.forms.refusing import attempt, renew_version
from manumit.spine.workflow import NotNow, Transition

from .. import procedure
from ..actions.move_case import move_case as moving
from ..choices import Outcome
from ..models import Case
from ..rules import CASE_RULES, CaseFacts
from .addresses import address
from .show_case import identity_of


class StepForm(VersionedForm):
    """Asks what the step's line of the procedure table asks."""

    def __init__(self, *args: Any, step: Transition, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.step = step
        if step.reasons is not None:
            self._ask_reason(step)
        for name in step.asks:
            self.fields[name] = ASKED[name](step)

    def _ask_reason(self, step: Transition) -> None:
        reasons = [(each.code, each.title) for each in step.reasons or ()]
        self.fields["reason"] = forms.ChoiceField(label=_("Why?"), choices=reasons, widget=forms.RadioSelect)
        self.fields["words"] = forms.CharField(
            label=_("In your own words"), required=False, max_length=1000, widget=forms.Textarea({"rows": 3})
        )

    def given(self) -> dict[str, Any]:
        """Return the answers as `move_case` takes them."""
        data = self.cleaned_data
        answers = {name: data[name] for name in self.step.asks}
        why = {name: data.get(name, "") for name in ("reason", "words")}
        return {"expected_version": data["version"], "answers": answers, **why}


def _ask_outcome(step: Transition) -> forms.Field:
    outcomes = [(each.value, each.label) for each in procedure.OUTCOMES[step.name]]
    return forms.ChoiceField(label=_("How did it end?"), choices=outcomes, widget=forms.RadioSelect)


def _ask_confirmation(step: Transition) -> forms.Field:
    return TextField(
        label=_("Confirmed by"),
        max_length=200,
        help_text=_("The officer who saw or identified the person, or who decided."),
    )


def _ask_review(step: Transition) -> forms.Field:
    return forms.DateField(
        label=_("Next review by a supervisor"), widget=forms.DateInput({"type": "date"}, format="%Y-%m-%d")
    )


ASKED = {"outcome": _ask_outcome, "confirmed_by": _ask_confirmation, "review_on": _ask_review}
PAUSE = gettext_lazy(
    "Those it is shared with see the new state at once. The step stays in the history, even if the case is reopened."
)


@guarded("read_summary", "case")
def move_case(request: HttpRequest, record: Case, step: str) -> HttpResponse:
    """Show what the step asks, pause before a serious one, or take it and show the case."""
    transition = _step(step)
    require(asking(request), transition.action, record)
    form = StepForm(request.POST or None, step=transition, initial={"version": record.version})
    if request.method == "POST" and form.is_valid():
        if transition.serious and "confirmed" not in request.POST:
            return _page(request, record, form, _pause(record, form), 200)
        if _taken(request, record, form):
            messages.success(request, _("State: %(state)s.") % {"state": record.get_state_display()})
            return redirect(address(record))
    return _page(request, record, form, None, 422 if request.method == "POST" else 200)


def _step(name: str) -> Transition:
    try:
        return procedure.CASE.transition(name)
    except LookupError:
        raise Http404 from None


def _taken(request: HttpRequest, case: Case, form: StepForm) -> bool:
    try:
        return bool(attempt(form, lambda: moving(asking(request), case, form.step.name, **form.given())))
    except NotNow as not_now:
        form.add_error(None, " ".join(map(str, (*not_now.why, *not_now.help))))
    except Conflict as conflict:
        renew_version(form, conflict)
        form.add_error(None, _("Somebody changed this case meanwhile. Look at it again, then decide."))
    return False


def _pause(case: Case, form: StepForm) -> dict[str, Any]:
    outcome = form.cleaned_data.get("outcome", "")
    facts = CaseFacts(Case(case_type=case.case_type, outcome=outcome), reason=form.cleaned_data.get("words", ""))
    title = _("Resolve this case as “%(outcome)s”?") % {"outcome": Outcome(outcome).label}
    warnings = [finding.message for finding in CASE_RULES.warned(facts) if finding.fields[0] in form.fields]
    return {"title": title, "text": PAUSE, "warnings": warnings}


def _page(request: HttpRequest, case: Case, form: StepForm, pause: Any, status: int) -> HttpResponse:
    kept = [(name, value) for name in request.POST if name in form.fields for value in request.POST.getlist(name)]
    context = {**identity_of(case), "form": form, "step": form.step, "pause": pause, "kept": kept}
    return render(request, "cases/move.html", context, status=status)
