"""Let a clock stand still."""

from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from manumit.spine import audit
from manumit.spine.identity.actor import Actor
from manumit.spine.records import action

from ..beside import demand_words, place_of
from ..models import ClockPause, RunningClock
from ..refusing import Refused
from .running import demand_running, reckon


@action("clock.pause")
def pause_clock(actor: Actor, clock: RunningClock, *, because: str) -> RunningClock:
    """Pause `clock` from now until it is resumed; when it is due is not known meanwhile.

    Raises Denied or Hidden without permission `work`, Refused without a reason and for a clock that is stopped, paused,
    overdue, or set by the calendar.
    """
    reason, stands = demand_words(because, _("Say why the clock stands still.")), demand_running(actor, clock)
    _demand_pausable(stands)
    ClockPause.unscoped.create(
        **place_of(stands),
        running=stands,
        agency_id=stands.agency_id,
        begins_at=timezone.now(),
        because=reason,
        paused_by_id=actor.person_id,
    )
    reckon(stands)
    detail = {"clock": stands.clock}
    audit.record(actor, "clock.pause", kind=stands.record_kind, record_id=stands.record_id, detail=detail)
    return stands


def _demand_pausable(clock: RunningClock) -> None:
    if clock.paused:
        raise Refused(_("This clock stands still already."))
    if not clock.time_limit.pausable:
        raise Refused(_("No pause moves a date that the calendar sets."))
    if clock.overdue():
        raise Refused(_("It is too late already: what is late stays late. Stop the clock and say why."))
