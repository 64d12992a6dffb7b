"""One progress report: what it says, where it stands, the council's comments, and the steps this person may take."""

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _

from manumit.spine.access import decide_many, require
from manumit.spine.access.routes import guarded
from manumit.spine.ui import render
from manumit.spine.ui.forms import Form
from manumit.spine.ui.refusing import asking, attempt
from manumit.spine.workflow.drawing import svg

from .. import procedure, questions
from ..actions.comment_on_update import answer_comment, comment_on_update
from ..actions.move_update import move_update
from ..models import ProgressUpdate
from .forms import CommentForm, ReplyForm, StepForm


@guarded("read_summary", "progress_update")
def show_update(request: HttpRequest, record: ProgressUpdate) -> HttpResponse:
    """Show a report."""
    actor = asking(request)
    internal, comments = (d.allowed for d in decide_many(actor, [("read_internal", record), ("work", record)]))
    context = {
        "update": record,
        "commitment": record.commitment,
        "internal": internal,
        "may_comment": comments and "council" in actor.roles,
        "comments": questions.comments_on(actor, record),
        "steps": procedure.UPDATE.available(actor, record),
        "picture": svg(procedure.UPDATE, record.state),
    }
    return render(request, "action_plan/report.html", context)


@guarded("read_summary", "progress_update")
def step(request: HttpRequest, record: ProgressUpdate, step: str) -> HttpResponse:
    """Take a step, with its words where it asks for them."""
    if step not in procedure.UPDATE.by_name:
        raise Http404
    transition = procedure.UPDATE.transition(step)
    require(asking(request), transition.action, record)
    form = StepForm(request.POST or None, initial={"version": record.version})
    if transition.reasons is None:
        form.fields.pop("words")

    def act() -> Any:
        given = form.cleaned_data
        why = {"reason": transition.reasons[0].code, "words": given["words"]} if transition.reasons else {}
        return move_update(asking(request), record, step, expected_version=given["version"], **why)

    return _asked(request, record, form, str(transition.title), act)


@guarded("work", "progress_update")
def comment(request: HttpRequest, record: ProgressUpdate) -> HttpResponse:
    """Comment as the survivors' council."""
    form = CommentForm(request.POST or None)
    return _asked(request, record, form, _("Comment of the council"), lambda: _commented(request, record, form))


def _commented(request: HttpRequest, record: ProgressUpdate, form: CommentForm) -> Any:
    given = form.cleaned_data
    return comment_on_update(asking(request), record, given["text"], named=given["named"])


@guarded("read_internal", "progress_update")
def reply(request: HttpRequest, record: ProgressUpdate, comment_id: int) -> HttpResponse:
    """Answer a comment."""
    found = questions.comments_on(asking(request), record).filter(pk=comment_id).first()
    if found is None:
        raise Http404
    form = ReplyForm(request.POST or None)

    def act() -> Any:
        return answer_comment(asking(request), record, found, form.cleaned_data["answer"])

    return _asked(request, record, form, _("Answer the comment"), act, about=found.text)


def _asked(
    request: HttpRequest, record: ProgressUpdate, form: Form, title: str, act: Callable[[], Any], *, about: str = ""
) -> HttpResponse:
    back = reverse("action_plan:report", args=[record.number])
    if request.method == "POST" and form.is_valid() and attempt(form, act):
        messages.success(request, _("Saved."))
        return redirect(back)
    context = {"form": form, "title": title, "about": about or record.public_text, "back": back}
    return render(request, "action_plan/asked.html", context, status=422 if request.method == "POST" else 200)
