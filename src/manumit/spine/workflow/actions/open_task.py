"""The task an action changes, locked."""

from django.utils.translation import gettext_lazy as _

from manumit.spine.access import require
from manumit.spine.identity.actor import Actor

from ..models import Task
from ..models.task import TaskState
from ..refusing import Refused


def demand_open(actor: Actor, task: Task) -> Task:
    """Return `task` as it stands now, locked. Raises Denied, Hidden, Refused for one that is no longer open."""
    require(actor, "work", task)
    stands = Task.unscoped.select_for_update(no_key=True).get(pk=task.pk)
    if stands.state != TaskState.OPEN:
        raise Refused(_("This task is no longer open."))
    return stands


def demand_own(actor: Actor, task: Task) -> None:
    """Raise Refused unless the actor acts for the agency that gave `task`."""
    if task.agency_id != actor.agency_id:
        raise Refused(_("Only the agency that gave this task can do that."))
