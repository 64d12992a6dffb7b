"""Give a task to somebody else, or another day."""

from datetime import date

from manumit.spine import audit
from manumit.spine.access.beside import record_beside
from manumit.spine.identity.actor import Actor
from manumit.spine.identity.models import Membership
from manumit.spine.records import action

from ..beside import place_of
from ..models import Task
from ..notices.receiver import Receiver
from ..notices.telling import tell
from .assigning import demand_able
from .open_task import demand_open, demand_own


@action("task.reassign")
def reassign_task(actor: Actor, task: Task, *, assignee: Membership, due_on: date | None) -> Task:
    """Let `assignee` do `task` by `due_on`; they are told. The leaf keeps who had it and the day before.

    Raises Denied or Hidden without permission `work`, Refused for another agency's task, for one no longer open, and
    for somebody who may not work on the record.
    """
    stands = demand_open(actor, task)
    demand_own(actor, stands)
    demand_able(assignee, record_beside(stands)[1])
    before = {"assignee": stands.assignee_id, "due": stands.due_on and stands.due_on.isoformat()}
    stands.assignee_id, stands.assigned_agency_id = assignee.person_id, assignee.agency_id
    stands.due_on, stands.told = due_on, False
    stands.save(update_fields=["assignee", "assigned_agency", "due_on", "told"])
    detail = {"task": task.pk, "before": before}
    audit.record(actor, "task.reassign", kind=task.record_kind, record_id=task.record_id, detail=detail)
    tell("task_given", place_of(stands), [Receiver(assignee.person_id, assignee.agency_id)], actor)
    return stands
