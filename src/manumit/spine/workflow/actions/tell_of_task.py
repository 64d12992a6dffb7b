"""Tell people of a task that is overdue."""

from django.utils import timezone

from manumit.spine import audit
from manumit.spine.identity.actor import Actor
from manumit.spine.records import action

from ..beside import place_of
from ..models import Task
from ..models.task import TaskState
from ..notices.receiver import Receiver
from ..notices.telling import tell

MOST = 500


def untold() -> list[Task]:
    """Return overdue tasks of which nobody was told yet, oldest first, a batch at a time."""
    late = Task.unscoped.filter(state=TaskState.OPEN, told=False, due_on__lt=timezone.localdate())
    return list(late.order_by("due_on", "id")[:MOST])


@action("task.tell")
def tell_of_task(nobody: Actor | None, task: Task) -> None:
    """Tell who has the task that it is overdue; unseen, the notice goes to the supervisors."""
    changed = Task.unscoped.filter(pk=task.pk, state=TaskState.OPEN, told=False).update(told=True)
    audit.record(None, "task.tell", kind=task.record_kind, record_id=task.record_id, detail={"task": task.pk})
    if changed:
        tell("task_overdue", place_of(task), [Receiver(task.assignee_id, task.assigned_agency_id)])
