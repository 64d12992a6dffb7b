"""Give, finish, withdraw and reassign a task."""

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext_lazy as _

from manumit.spine.access.routes import guarded_of_any_kind, signed_in
from manumit.spine.records import Record
from manumit.spine.workflow.actions.finish_task import finish_task
from manumit.spine.workflow.actions.give_task import give_task
from manumit.spine.workflow.actions.reassign_task import reassign_task
from manumit.spine.workflow.actions.withdraw_task import withdraw_task
from manumit.spine.workflow.models import Task

from ...forms import open_form
from ...forms.work import BecauseForm, PersonForm, ResultForm, TaskForm
from .asking import OWN, Verb, ask, asking, find_row

GIVE = Verb(_("Give a task"), _("Give it"), _("The task is given, and they are told."))
FINISH = Verb(_("The task is done"), _("Mark as done"), _("The task is done, and who gave it is told."))
WITHDRAW = Verb(_("Withdraw the task"), _("Withdraw it"), _("The task is withdrawn."))
REASSIGN = Verb(_("Give the task to another, or another day"), _("Save"), _("The task has changed, and they are told."))


@guarded_of_any_kind("work")
def give(request: HttpRequest, record: Record) -> HttpResponse:
    """Say what is to be done, by whom, by when."""
    actor = asking(request)
    form = open_form(TaskForm, request, agency_id=actor.agency_id)
    return ask(request, record, GIVE, form, lambda given: give_task(actor, record, **given))


@signed_in(OWN)
def finish(request: HttpRequest, task_id: int) -> HttpResponse:
    """Say what came of it."""
    task, actor = find_row(request, Task, task_id), asking(request)
    return ask(request, task, FINISH, open_form(ResultForm, request), lambda given: finish_task(actor, task, **given))


@signed_in(OWN)
def withdraw(request: HttpRequest, task_id: int) -> HttpResponse:
    """Say why it is withdrawn."""
    task, actor = find_row(request, Task, task_id), asking(request)
    form = open_form(BecauseForm, request)
    return ask(request, task, WITHDRAW, form, lambda given: withdraw_task(actor, task, **given))


@signed_in(OWN)
def reassign(request: HttpRequest, task_id: int) -> HttpResponse:
    """Choose who does it, by when."""
    task, actor = find_row(request, Task, task_id), asking(request)
    form = open_form(PersonForm, request, agency_id=actor.agency_id, initial={"due_on": task.due_on})
    return ask(request, task, REASSIGN, form, lambda given: reassign_task(actor, task, **given))
