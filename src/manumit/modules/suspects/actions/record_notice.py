"""Record that victims were told, or why nobody was."""

from dataclasses import dataclass
from datetime import date

from django.utils import timezone
from django.utils.translation import gettext as _

from manumit.spine import audit
from manumit.spine.access import require
from manumit.spine.identity.actor import Actor
from manumit.spine.records import action
from manumit.spine.workflow.actions.finish_task import finish_task
from manumit.spine.workflow.models import Task
from manumit.spine.workflow.models.task import TaskState
from manumit.spine.workflow.refusing import Refused

from ..choices import ToldBy
from ..models import VictimNotice


@dataclass(frozen=True, slots=True)
class Told:
    """How the victims were told and on which day; no victim's name belongs into the note."""

    told_by: str
    told_on: date
    note: str = ""


@action("suspect.notice")
def record_notice(actor: Actor, notice: VictimNotice, told: Told) -> VictimNotice:
    """Keep how the victims were told; the task raised for it is done.

    Raises Denied or Hidden without permission `edit`, Refused for an unknown way, a day to come or before it was
    raised, or a notice recorded already.
    """
    stands = (
        VictimNotice.unscoped.select_related("suspect").select_for_update(no_key=True, of=("self",)).get(pk=notice.pk)
    )
    require(actor, "edit", stands.suspect)
    _demand_sound(stands, told)
    stands.told_by, stands.told_on, stands.note = told.told_by, told.told_on, told.note.strip()
    stands.recorded_by_id = actor.person_id
    stands.save(update_fields=["told_by", "told_on", "note", "recorded_by"])
    detail = {"notice": stands.pk, "told_by": told.told_by}
    audit.record(actor, "suspect.notice", kind="suspect", record_id=stands.suspect_id, detail=detail)
    task = Task.unscoped.filter(pk=stands.task_id or 0, state=TaskState.OPEN).first()
    if task is not None:
        finish_task(actor, task, result=str(ToldBy(told.told_by).label))
    return stands


def _demand_sound(stands: VictimNotice, told: Told) -> None:
    if stands.told_by:
        raise Refused(_("This notice was recorded already."))
    if told.told_by not in ToldBy.values:
        raise Refused(_("Choose how the victims were told."))
    if not timezone.localdate(stands.raised_at) <= told.told_on <= timezone.localdate():
        raise Refused(_("The day lies between the event and today."))
