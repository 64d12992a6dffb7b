"""Withdraw a task."""

from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from manumit.spine import audit
from manumit.spine.identity.actor import Actor
from manumit.spine.records import action

from ..beside import demand_words
from ..models import Task
from ..models.task import TaskState
from .open_task import demand_open, demand_own


@action("task.withdraw")
def withdraw_task(actor: Actor, task: Task, *, because: str) -> Task:
    """Take `task` back, and say why.

    Raises Denied or Hidden without permission `work`, Refused without a reason, for another agency's task, for one no
    longer open.
    """
    why, stands = demand_words(because, _("Say why the task is withdrawn.")), demand_open(actor, task)
    demand_own(actor, stands)
    stands.state, stands.result = TaskState.WITHDRAWN, why
    stands.ended_by_id, stands.ended_at = actor.person_id, timezone.now()
    stands.save(update_fields=["state", "result", "ended_by", "ended_at"])
    audit.record(actor, "task.withdraw", kind=task.record_kind, record_id=task.record_id, detail={"task": task.pk})
    return stands
