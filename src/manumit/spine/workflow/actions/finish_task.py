"""Finish a task with its result."""

from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from manumit.spine import audit
from manumit.spine.identity.actor import Actor
from manumit.spine.records import action

from ..beside import demand_words, place_of
from ..models import Task
from ..models.task import TaskState
from ..notices.receiver import Receiver
from ..notices.telling import tell
from .open_task import demand_open


@action("task.finish")
def finish_task(actor: Actor, task: Task, *, result: str) -> Task:
    """Mark `task` as done with its result; who gave it is told.

    Raises Denied or Hidden without permission `work`, Refused without a result or for a task no longer open.
    """
    said, stands = demand_words(result, _("Say what came of it, even if nothing did.")), demand_open(actor, task)
    stands.state, stands.result = TaskState.DONE, said
    stands.ended_by_id, stands.ended_at = actor.person_id, timezone.now()
    stands.save(update_fields=["state", "result", "ended_by", "ended_at"])
    audit.record(actor, "task.finish", kind=task.record_kind, record_id=task.record_id, detail={"task": task.pk})
    tell("task_done", place_of(stands), [Receiver(stands.given_by_id, stands.agency_id)], actor)
    return stands
