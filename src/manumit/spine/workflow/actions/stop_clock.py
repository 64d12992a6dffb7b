"""Stop a clock: what it asked for was done, did not apply, or was missed."""

from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from manumit.spine import audit
from manumit.spine.identity.actor import Actor
from manumit.spine.records import action

from ..beside import demand_words
from ..models import ClockPause, RunningClock
from ..models.running_clock import Ending
from ..refusing import Refused
from .running import demand_running


@action("clock.stop")
def stop_clock(actor: Actor, clock: RunningClock, *, ending: str, because: str = "") -> RunningClock:
    """Stop `clock` with its ending; why is asked for unless it was met in time.

    Raises Denied or Hidden without permission `work`, Refused for an unknown ending, a missing reason, a stopped clock.
    """
    stands = demand_running(actor, clock)
    if ending not in Ending.values:
        raise Refused(_("Choose how it ended."))
    if ending != Ending.MET or stands.overdue():
        because = demand_words(because, _("Say why: the clock was not met in time, or did not apply."))
    now = timezone.now()
    ClockPause.unscoped.filter(running=stands, ends_at=None).update(ends_at=now, resumed_by_id=actor.person_id)
    stands.stopped_at, stands.stopped_by_id, stands.ending, stands.because = now, actor.person_id, ending, because
    stands.save(update_fields=["stopped_at", "stopped_by", "ending", "because"])
    detail = {"clock": stands.clock, "ending": ending, "overdue": stands.due_at is not None and stands.due_at <= now}
    audit.record(actor, "clock.stop", kind=stands.record_kind, record_id=stands.record_id, detail=detail)
    return stands
