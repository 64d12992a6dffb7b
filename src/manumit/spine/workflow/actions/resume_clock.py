"""Let a paused clock run on."""

from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from manumit.spine import audit
from manumit.spine.identity.actor import Actor
from manumit.spine.records import action

from ..models import ClockPause, RunningClock
from ..refusing import Refused
from .running import demand_running, reckon


@action("clock.resume")
def resume_clock(actor: Actor, clock: RunningClock) -> RunningClock:
    """End the pause of `clock` now; its end moves by what was paused.

    Raises Denied or Hidden without permission `work`, Refused for a clock that is stopped or not paused.
    """
    stands = demand_running(actor, clock)
    ended = ClockPause.unscoped.filter(running=stands, ends_at=None).update(
        ends_at=timezone.now(), resumed_by_id=actor.person_id
    )
    if not ended:
        raise Refused(_("This clock is not paused."))
    reckon(stands)
    detail = {"clock": stands.clock, "due": stands.due_at and stands.due_at.isoformat()}
    audit.record(actor, "clock.resume", kind=stands.record_kind, record_id=stands.record_id, detail=detail)
    return stands
