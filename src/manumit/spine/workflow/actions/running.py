"""The clock an action changes, locked, and its end reckoned anew."""

from zoneinfo import ZoneInfo

from django.utils.translation import gettext_lazy as _

from manumit.spine.access import require
from manumit.spine.identity.actor import Actor
from manumit.values.time_limits import Pause, due_with

from ..clocks.clock import soon_before
from ..models import ClockPause, RunningClock
from ..refusing import Refused


def demand_running(actor: Actor, clock: RunningClock) -> RunningClock:
    """Return `clock` as it stands now, locked. Raises Denied, Hidden, Refused for one that was stopped."""
    require(actor, "work", clock)
    stands = RunningClock.unscoped.select_for_update(no_key=True).get(pk=clock.pk)
    if stands.stopped_at is not None:
        raise Refused(_("This clock was stopped already."))
    return stands


def reckon(clock: RunningClock) -> None:
    """Write when `clock` is due by its pauses."""
    rows = ClockPause.unscoped.filter(running=clock).order_by("begins_at", "id")
    pauses = [Pause(row.begins_at, row.ends_at) for row in rows]
    limit = clock.time_limit
    clock.due_at = due_with(limit, clock.started_at, pauses, ZoneInfo(clock.zone))
    clock.soon_at = clock.due_at and clock.due_at - soon_before(limit)
    clock.told = ""
    clock.save(update_fields=["due_at", "soon_at", "told"])
