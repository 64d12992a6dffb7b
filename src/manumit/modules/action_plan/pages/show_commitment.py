"""One commitment: what was promised, what is said of it, what shows it; and what this person may add."""

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _

from manumit.spine.access import decide_many
from manumit.spine.access.routes import guarded
from manumit.spine.ui import render
from manumit.spine.ui.forms import Form, VersionedForm
from manumit.spine.ui.refusing import asking, attempt

from .. import advice_questions, questions
from ..actions.give_evidence import give_evidence
from ..actions.move_due_date import move_due_date
from ..actions.publish_commitment import publish_commitment, withdraw_commitment
from ..actions.say_jointly import say_jointly
from ..models import Commitment, JointWord
from .forms import DueForm, EvidenceForm, JointForm


@guarded("read_summary", "commitment")
def show_commitment(request: HttpRequest, record: Commitment) -> HttpResponse:
    """Show a commitment."""
    actor = asking(request)
    edits, supervises = (d.allowed for d in decide_many(actor, [("edit", record), ("supervise", record)]))
    parts = questions.parts_of(actor, record)
    context = {
        **parts,
        "commitment": record,
        "may_edit": edits,
        "may_supervise": supervises,
        "may_speak": record.joint_codes and bool(actor.roles & {"plan_contact", "plan_lead"}),
        "advice": advice_questions.beside(actor, commitment=record),
        "disagree": disagreeing(record, list(parts["words"])),
    }
    return render(request, "action_plan/commitment.html", context)


def disagreeing(commitment: Commitment, words: list[JointWord]) -> list[JointWord]:
    """Return the newest word of each partner that is not the accepted status; `words` are newest first."""
    newest: dict[str, JointWord] = {}
    for each in words:
        newest.setdefault(each.agency_code, each)
    return [each for each in newest.values() if each.status != commitment.status]


@guarded("edit", "commitment")
def evidence(request: HttpRequest, record: Commitment) -> HttpResponse:
    """Add evidence."""
    form = EvidenceForm(request.POST or None)
    return _asked(
        request, record, form, _("Add evidence"), lambda: give_evidence(asking(request), record, form.cleaned_data)
    )


@guarded("read_summary", "commitment")
def joint_word(request: HttpRequest, record: Commitment) -> HttpResponse:
    """Give the partner's own word."""
    form = JointForm(request.POST or None)
    return _asked(
        request,
        record,
        form,
        _("Your agency's word"),
        lambda: say_jointly(asking(request), record, **form.cleaned_data),
    )


@guarded("supervise", "commitment")
def move_due(request: HttpRequest, record: Commitment) -> HttpResponse:
    """Move the due date."""
    form = DueForm(request.POST or None, initial={"version": record.version})

    def act() -> Any:
        given = dict(form.cleaned_data)
        version = given.pop("version")
        return move_due_date(asking(request), record, given["due_on"], reason=given["reason"], expected_version=version)

    return _asked(request, record, form, _("Move the due date"), act)


@guarded("supervise", "commitment")
def publish(request: HttpRequest, record: Commitment) -> HttpResponse:
    """Publish, or take back."""
    form = VersionedForm(request.POST or None, initial={"version": record.version})
    verb = withdraw_commitment if record.published else publish_commitment
    title = _("Take it back from the public") if record.published else _("Publish it")
    return _asked(
        request,
        record,
        form,
        title,
        lambda: verb(asking(request), record, expected_version=form.cleaned_data["version"]),
    )


def _asked(request: HttpRequest, record: Commitment, form: Form, title: str, act: Callable[[], Any]) -> HttpResponse:
    back = reverse("action_plan:commitment", args=[record.number])
    if request.method == "POST" and form.is_valid() and attempt(form, act):
        messages.success(request, _("Saved."))
        return redirect(back)
    context = {"form": form, "title": title, "about": record.title, "back": back}
    return render(request, "action_plan/asked.html", context, status=422 if request.method == "POST" else 200)
