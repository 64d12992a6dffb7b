"""Clocks that follow the stage of a request: started, paused, resumed and stopped by the step, whoever takes it.

A clock stands under the agency whose duty it is; the step may be another agency's. Called by actions, which record the
leaf beside which the clock's row stands.
"""

from datetime import datetime
from zoneinfo import ZoneInfo

from django.utils import timezone
from django.utils.translation import gettext as _

from manumit.spine.audit.prepared import asked
from manumit.spine.identity.actor import Actor
from manumit.spine.identity.models import Agency
from manumit.spine.workflow.actions.running import reckon
from manumit.spine.workflow.beside import beside
from manumit.spine.workflow.clocks import Clock
from manumit.spine.workflow.clocks.clock import soon_before
from manumit.spine.workflow.clocks.standing import standing
from manumit.spine.workflow.models import ClockPause, RunningClock
from manumit.spine.workflow.models.running_clock import Ending
from manumit.values import time_limits
from manumit.values.time_limits.time_limit import end_of

from ..clocks import GRANT, PAUSED_IN, RUNS_ON, STARTS
from ..models import PresenceRequest

SOONEST = """SELECT min(due_at) FROM workflow_runningclock
WHERE record_kind = %s AND record_id = %s AND stopped_at IS NULL AND clock = ANY(%s::varchar[])"""


def follow_stage(actor: Actor | None, request: PresenceRequest) -> None:
    """Stop the clocks that end with the last stage, pause or resume those that go on, start the stage's own.

    The calendar, nobody, only stops them.
    """
    rows = RunningClock.unscoped.select_for_update().filter(
        record_kind=request.kind, record_id=request.pk, stopped_at=None, clock__in=list(RUNS_ON)
    )
    for running in rows.order_by("id"):
        if request.stage not in RUNS_ON[running.clock]:
            _stop(actor, running)
        elif actor and running.clock in PAUSED_IN:
            _hold(actor, running, PAUSED_IN[running.clock] == request.stage)
    if actor and request.stage in STARTS:
        clock, whose = STARTS[request.stage]
        start_for(actor, request, clock, getattr(request, whose))
    _end_with_presence(request)


def start_for(actor: Actor, request: PresenceRequest, clock: Clock, agency: Agency) -> None:
    """Start `clock` under `agency` from now, unless it runs, or nobody verified it and the agency never set it."""
    zone, now = timezone.get_default_timezone(), timezone.now()
    stands = standing(clock, agency.pk, timezone.localdate(now))
    place = beside(request)
    where = {"record_kind": request.kind, "record_id": request.pk, "clock": clock.name, "agency": agency}
    if stands is None or RunningClock.unscoped.filter(**where, stopped_at=None).exists():
        return
    due = stands.limit.due(now, ZoneInfo(str(zone)))
    RunningClock(
        **place, agency=agency, clock=clock.name, limit=time_limits.to_plain(stands.limit), law=stands.citation,
        verified=stands.verified, binding=clock.binds_kind(agency.kind), started_by_id=actor.person_id,
        started_at=now, zone=str(zone), due_at=due, soon_at=due - soon_before(stands.limit),
    ).save(force_insert=True)  # fmt: skip


def _end_with_presence(request: PresenceRequest) -> None:
    """Let the clock of a grant end with the last day that was granted or extended, whenever it was started."""
    if request.until_on is None:
        return
    due = end_of(request.until_on, ZoneInfo(str(timezone.get_default_timezone())))
    rows = RunningClock.unscoped.filter(record_kind=request.kind, record_id=request.pk, clock=GRANT.name)
    for running in rows.filter(stopped_at=None).exclude(due_at=due):
        running.due_at, running.soon_at, running.told = due, due - soon_before(running.time_limit), ""
        running.save(update_fields=["due_at", "soon_at", "told"])


def begin_anew(actor: Actor, request: PresenceRequest, clock: Clock, agency: Agency) -> None:
    """Stop `clock` beside a request, whoever's it is, and start it under `agency`."""
    rows = RunningClock.unscoped.select_for_update().filter(
        record_kind=request.kind, record_id=request.pk, stopped_at=None, clock=clock.name
    )
    for running in rows:
        _stop(actor, running)
    start_for(actor, request, clock, agency)


def due_of(request: PresenceRequest) -> datetime | None:
    """Return when the present stage's own clock is due, None where none runs or it stands still."""
    names = [name for name, stages in RUNS_ON.items() if request.stage in stages]
    due: datetime | None = asked(SOONEST, request.kind, request.pk, names)[0][0]
    return due


def _stop(actor: Actor | None, running: RunningClock) -> None:
    now, late = timezone.now(), running.overdue()
    who = actor.person_id if actor else None
    ClockPause.unscoped.filter(running=running, ends_at=None).update(ends_at=now, resumed_by_id=who)
    running.stopped_at, running.stopped_by_id = now, who
    running.ending, running.because = (Ending.MISSED, _("Done late")) if late else (Ending.MET, "")
    running.save(update_fields=["stopped_at", "stopped_by", "ending", "because"])


def _hold(actor: Actor, running: RunningClock, still: bool) -> None:
    """Let `running` stand still or run on. What is late already stays late."""
    now, pauses = timezone.now(), ClockPause.unscoped.filter(running=running, ends_at=None)
    if still and not running.paused and not running.overdue():
        ClockPause.unscoped.create(
            record_kind=running.record_kind, record_id=running.record_id, record_number=running.record_number,
            running=running, agency_id=running.agency_id, begins_at=now, because=_("Waits for an answer"),
            paused_by_id=actor.person_id,
        )  # fmt: skip
        reckon(running)
    elif not still and pauses.update(ends_at=now, resumed_by_id=actor.person_id):
        reckon(running)
