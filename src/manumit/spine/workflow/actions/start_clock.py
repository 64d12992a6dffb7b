"""Start a clock beside a record."""

from datetime import datetime
from zoneinfo import ZoneInfo

from django.db import IntegrityError, transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from manumit.spine import audit
from manumit.spine.access import require
from manumit.spine.identity.actor import Actor
from manumit.spine.records import Record, action
from manumit.values import time_limits

from ..beside import beside, demand_past
from ..clocks import Clock
from ..clocks.clock import soon_before
from ..clocks.offered import of_kind
from ..clocks.standing import Standing, standing
from ..models import RunningClock
from ..refusing import Refused


@action("clock.start")
def start_clock(
    actor: Actor, record: Record, clock: Clock, *, started_at: datetime | None = None, zone: str = ""
) -> RunningClock:
    """Start `clock` beside `record` from `started_at` (now), reckoning days in `zone` (the install's).

    The limit and law that stand for the actor's agency on that day are kept with it. Raises Denied or Hidden without
    permission `work`, Refused for a clock not offered, not set, or running already.
    """
    require(actor, "work", record)
    if clock not in of_kind(record.kind):
        raise Refused(_("No module offers this clock for such a record."))
    begun, place = demand_past(started_at or timezone.now()), _zone(zone)
    stands = _demand_standing(clock, actor, begun.astimezone(place))
    running = _running(actor, record, clock, stands)
    running.started_at, running.zone = begun, place.key
    running.due_at = stands.limit.due(begun, place)
    running.soon_at = running.due_at - soon_before(stands.limit)
    _save(running)
    detail = {"clock": clock.name, "due": running.due_at.isoformat()}
    audit.record(actor, "clock.start", kind=record.kind, record_id=record.pk, detail=detail)
    return running


def _running(actor: Actor, record: Record, clock: Clock, stands: Standing) -> RunningClock:
    return RunningClock(
        **beside(record),
        agency_id=actor.agency_id,
        clock=clock.name,
        limit=time_limits.to_plain(stands.limit),
        law=stands.citation,
        verified=stands.verified,
        binding=clock.binds_kind(actor.agency_kind),
        started_by_id=actor.person_id,
    )


def _zone(name: str) -> ZoneInfo:
    try:
        return ZoneInfo(name or timezone.get_default_timezone_name())
    except (KeyError, ValueError, OSError):
        raise Refused(_("There is no such time zone.")) from None


def _demand_standing(clock: Clock, actor: Actor, begun: datetime) -> Standing:
    stands = standing(clock, actor.agency_id, begun.date())
    if stands is None:
        raise Refused(_("This limit is not verified: an administrator of your agency sets it with its citation first."))
    return stands


def _save(running: RunningClock) -> None:
    try:
        with transaction.atomic():
            running.save(force_insert=True)
    except IntegrityError as error:
        if "clock_runs_once" not in str(error):
            raise
        raise Refused(_("This clock runs here already: stop it before it is started anew.")) from None
