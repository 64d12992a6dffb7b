"""Give somebody a task beside a record."""

from datetime import date

from django.utils.translation import gettext_lazy as _

from manumit.spine import audit
from manumit.spine.access import require
from manumit.spine.identity.actor import Actor
from manumit.spine.identity.models import Membership
from manumit.spine.records import Record, action

from ..beside import beside, demand_words
from ..models import Task
from ..notices.receiver import Receiver
from ..notices.telling import tell
from .assigning import demand_able


@action("task.give")
def give_task(
    actor: Actor, record: Record, *, title: str, assignee: Membership, due_on: date | None = None, detail: str = ""
) -> Task:
    """Give `assignee` a task, who is told. They may be of another agency only if they may see the record too.

    Raises Denied or Hidden without permission `work`, Refused without a title or for somebody who may not work on it.
    """
    require(actor, "work", record)
    asked = demand_words(title, _("Say what is to be done."))
    demand_able(assignee, record)
    task = Task(
        **beside(record), agency_id=actor.agency_id, title=asked, detail=detail.strip(), due_on=due_on,
        assignee_id=assignee.person_id, assigned_agency_id=assignee.agency_id, given_by_id=actor.person_id,
    )  # fmt: skip
    task.save(force_insert=True)
    audit.record(actor, "task.give", kind=record.kind, record_id=record.pk, detail={"task": task.pk})
    tell("task_given", beside(record), [Receiver(assignee.person_id, assignee.agency_id)], actor)
    return task
