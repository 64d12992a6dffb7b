"""What the calendar does: reminders before the last day, and the end after it."""

from datetime import date, timedelta

from django.utils import timezone

from manumit.spine import audit
from manumit.spine.identity.actor import Actor
from manumit.spine.records import action
from manumit.spine.records.changing import lock
from manumit.spine.workflow.beside import beside
from manumit.spine.workflow.notices.telling import tell

from ..choices import Stage
from ..clocks import DAYS_BEFORE
from ..events import RUNS_OUT
from ..models import PresenceRequest
from ..procedure import PRESENT
from .move_request import change_span
from .reckoning import set_columns
from .telling_whose_turn import OFFICERS, receivers


def reminder_due(request: PresenceRequest, today: date) -> int | None:
    """Return the reminder (120, 90, 60 or 30) that is due and was not sent; the nearest of several missed."""
    if request.until_on is None or request.until_on < today:
        return None
    left = (request.until_on - today).days
    reached = [days for days in DAYS_BEFORE if left <= days]
    wanted = min(reached, default=None)
    sent = request.reminded
    return wanted if wanted is not None and (sent is None or wanted < sent) else None


@action("presence.remind")
def remind(nobody: Actor | None, request: PresenceRequest, today: date) -> bool:
    """Tell the officers of the owner once that presence ends; return whether this run did."""
    stands: PresenceRequest = lock(request)
    days = reminder_due(stands, today)
    audit.record(None, "presence.remind", kind=stands.kind, record_id=stands.pk)
    if days is None or stands.stage not in PRESENT:
        return False
    set_columns(None, stands, {"reminded": days})
    tell(RUNS_OUT.code, beside(stands), receivers(stands.owner_id, OFFICERS))
    return True


@action("presence.lapse")
def lapse(nobody: Actor | None, request: PresenceRequest, today: date) -> bool:
    """Let presence whose last day has passed run out, unless a civil action keeps it or an extension was asked for.

    An extension asked for in time keeps presence until it is decided: not verified, an install's own rule.
    """
    stands: PresenceRequest = lock(request)
    over = stands.until_on is not None and stands.until_on < today
    audit.record(None, "presence.lapse", kind=stands.kind, record_id=stands.pk)
    if not over or stands.stage != Stage.ACTIVE or stands.kept_by_action:
        return False
    set_columns(None, stands, {"state": Stage.EXPIRED, "state_since_at": timezone.now(), "due_at": None})
    change_span(stands)
    tell(RUNS_OUT.code, beside(stands), receivers(stands.owner_id, OFFICERS))
    return True


def ending_soon(today: date) -> list[PresenceRequest]:
    """Return the requests whose presence ends within the longest reminder, or has ended."""
    rows = PresenceRequest.unscoped.filter(state__in=PRESENT, until_on__lte=today + timedelta(days=max(DAYS_BEFORE)))
    return list(rows.order_by("until_on", "id"))
