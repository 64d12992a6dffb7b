"""Putting a court date into the calendar of who recorded it, and telling the victims."""

from django.utils import timezone
from django.utils.translation import gettext as _

from manumit.spine.identity.actor import Actor
from manumit.spine.workflow.actions.give_task import give_task
from manumit.spine.workflow.actions.withdraw_task import withdraw_task
from manumit.spine.workflow.models import Task
from manumit.spine.workflow.models.task import TaskState

from ..choices import CourtDateState, NoticeEvent
from ..models import CourtDate, Suspect
from .raising import membership_of, raise_notice


def put_into_calendar(actor: Actor, suspect: Suspect, date: CourtDate) -> None:
    """Give who recorded a court date that is set a task on its day, and raise the notice to victims."""
    if date.state != CourtDateState.SET:
        return
    title = _("In court: %(hearing)s") % {"hearing": date.get_hearing_display()}
    on = timezone.localdate(date.at)
    task = give_task(actor, suspect, title=title, assignee=membership_of(actor), due_on=on)
    date.task_id = task.pk
    CourtDate.unscoped.filter(pk=date.pk).update(task_id=task.pk)
    raise_notice(actor, suspect, NoticeEvent.COURT_DATE)


def take_from_calendar(actor: Actor, suspect: Suspect, date: CourtDate) -> None:
    """Withdraw the task of a court date that no longer stands so; victims are told of one to come that is off."""
    off = date.withdrawn_at is not None or date.state in {CourtDateState.MOVED, CourtDateState.VACATED}
    if off and date.at >= timezone.now():
        raise_notice(actor, suspect, NoticeEvent.COURT_DATE)
    task = Task.unscoped.filter(pk=date.task_id, state=TaskState.OPEN).first() if date.task_id else None
    if task is not None:
        withdraw_task(actor, task, because=_("The court date was changed."))
