"""Start and stop a clock that binds another agency than the one whose act starts it."""

from django.utils import timezone

from manumit.spine import audit
from manumit.spine.access import require
from manumit.spine.identity.actor import Actor
from manumit.spine.identity.models import Agency
from manumit.spine.records import Record, action
from manumit.values import time_limits

from ..beside import beside
from ..clocks import Clock
from ..clocks.clock import soon_before
from ..clocks.standing import Standing
from ..models import ClockPause, RunningClock
from ..models.running_clock import Ending


@action("clock.bind")
def bind_agency(actor: Actor, record: Record, clock: Clock, agency_id: int, stands: Standing) -> RunningClock:
    """Start `clock` now for the agency it binds, by the limit and law of `stands`; beside a record of both.

    Raises Denied or Hidden without permission `work`.
    """
    require(actor, "work", record)
    zone, now = timezone.get_default_timezone(), timezone.now()
    due = stands.limit.due(now, zone)
    running = RunningClock(
        **beside(record), agency_id=agency_id, clock=clock.name, limit=time_limits.to_plain(stands.limit),
        law=stands.citation, verified=stands.verified,
        binding=clock.binds_kind(Agency.objects.get(pk=agency_id).kind), started_by_id=actor.person_id,
        started_at=now, zone=timezone.get_default_timezone_name(), due_at=due,
        soon_at=due - soon_before(stands.limit),
    )  # fmt: skip
    running.save(force_insert=True)
    detail = {"clock": clock.name, "due": due.isoformat(), "agency": agency_id}
    audit.record(actor, "clock.bind", kind=record.kind, record_id=record.pk, detail=detail)
    return running


@action("clock.unbind")
def unbind_agency(actor: Actor | None, record: Record, clock: Clock, *, met: bool) -> int:
    """Stop the clocks of that name beside `record`: what they asked for was done (`met`), or nobody waits for it.

    Called by the action that did it, which asked for permission. Returns how many ran.
    """
    rows = RunningClock.unscoped.filter(record_kind=record.kind, record_id=record.pk, clock=clock.name, stopped_at=None)
    ending = Ending.MET if met else Ending.NOT_APPLICABLE
    by, now = actor.person_id if actor else None, timezone.now()
    ClockPause.unscoped.filter(running__in=rows.values("pk"), ends_at=None).update(ends_at=now, resumed_by_id=by)
    stopped = rows.update(stopped_at=now, stopped_by_id=by, ending=ending)
    audit.record(actor, "clock.unbind", kind=record.kind, record_id=record.pk, detail={"clock": clock.name})
    return stopped
