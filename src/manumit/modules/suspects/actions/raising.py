"""Raising the notices that victims are due: a row, and a task for who recorded the event."""

from datetime import date

from django.utils import timezone
from django.utils.translation import gettext as _

from manumit.spine.identity.actor import Actor
from manumit.spine.identity.models import Membership
from manumit.spine.workflow.actions.give_task import give_task
from manumit.spine.workflow.clocks.standing import standing
from manumit.values.time_limits import last_day

from ..choices import NoticeEvent
from ..models import Suspect, VictimNotice
from ..victim_notices import CLOCKS


def membership_of(actor: Actor) -> Membership:
    """Return the membership in which `actor` acts."""
    return Membership.objects.get(person=actor.person_id, agency=actor.agency_id)


def raise_notice(actor: Actor, suspect: Suspect, event: NoticeEvent) -> VictimNotice:
    """Raise the notice of `event` and its task, due by the agency's limit, the same day where it set none."""
    due, law = _due(actor, event)
    title = _("Tell the victims: %(event)s") % {"event": event.label}
    task = give_task(actor, suspect, title=title, assignee=membership_of(actor), due_on=due, detail=law)
    notice = VictimNotice(suspect=suspect, event=event, law=law, raised_at=timezone.now(), due_on=due, task_id=task.pk)
    VictimNotice.unscoped.bulk_create([notice])
    return notice


def _due(actor: Actor, event: NoticeEvent) -> tuple[date, str]:
    clock, now = CLOCKS[event], timezone.now()
    stands = standing(clock, actor.agency_id, timezone.localdate(now))
    if stands is None:
        return timezone.localdate(now), clock.law.citation
    zone = timezone.get_default_timezone()
    return last_day(stands.limit.due(now, zone), zone), stands.citation
