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
from ..models import FamilyMember, PresenceRequest
from ..procedure import PRESENT
from .move_request import change_span
from .reckoning import set_columns
from .stage_clocks import follow_stage
from .telling_whose_turn import OFFICERS, of_owner


def reminder_due(request: PresenceRequest, today: date) -> int | None:
    """Return the reminder (120, 90, 60 or 30) that is due and was not sent; the nearest of several missed."""
    return _due(request.until_on, request.reminded, today)


def _due(until: date | None, sent: int | None, today: date) -> int | None:
    if until is None or until < today:
        return None
    reached = [days for days in DAYS_BEFORE if (until - today).days <= days]
    wanted = min(reached, default=None)
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
    tell(RUNS_OUT.code, beside(stands), of_owner(stands, OFFICERS))
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
    follow_stage(None, stands)
    tell(RUNS_OUT.code, beside(stands), of_owner(stands, OFFICERS))
    return True


def ending_soon(today: date) -> list[PresenceRequest]:
    """Return the requests whose presence ends within the longest reminder, or has ended."""
    rows = PresenceRequest.unscoped.filter(state__in=PRESENT, until_on__lte=today + timedelta(days=max(DAYS_BEFORE)))
    return list(rows.order_by("until_on", "id"))


@action("presence.family_remind")
def remind_of_family(nobody: Actor | None, row: FamilyMember, today: date) -> bool:
    """Tell the officers that parole of a member ends unless T status is asked for; return whether this run did."""
    stands = FamilyMember.unscoped.select_for_update(no_key=True).select_related("request").get(pk=row.pk)
    days = _due(stands.apply_by_on, stands.reminded, today)
    audit.record(None, "presence.family_remind", kind=PresenceRequest.kind, record_id=stands.request_id)
    if days is None:
        return False
    stands.reminded = days
    stands.save(update_fields=["reminded"])
    tell(RUNS_OUT.code, beside(stands.request), of_owner(stands.request, OFFICERS))
    return True


def paroled_family() -> list[FamilyMember]:
    """Return the members whose parole runs and who have not asked for T status."""
    return list(FamilyMember.unscoped.filter(paroled_on__isnull=False, applied_on=None, ended_on=None).order_by("id"))


def with_sponsors() -> list[PresenceRequest]:
    """Return the requests that wait for a sponsor."""
    return list(PresenceRequest.unscoped.filter(state=Stage.SPONSOR_REVIEW).order_by("id"))
