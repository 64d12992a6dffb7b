"""Tell people of a clock that is due soon or too late."""

from django.db.models import F, Q
from django.utils import timezone

from manumit.spine import audit
from manumit.spine.identity.actor import Actor
from manumit.spine.identity.models import Membership
from manumit.spine.records import action

from ..beside import place_of
from ..models import RunningClock
from ..notices.receiver import Receiver
from ..notices.telling import supervisors, tell

MOST = 500


def untold() -> list[RunningClock]:
    """Return clocks of whose state nobody was told yet, oldest first, a batch at a time."""
    now = timezone.now()
    soon = Q(soon_at__lte=now, due_at__gt=now, told="") | Q(due_at__lte=now) & ~Q(told="overdue")
    return list(RunningClock.unscoped.filter(soon, stopped_at=None).order_by(F("due_at"))[:MOST])


@action("clock.tell")
def tell_of_clock(nobody: Actor | None, clock: RunningClock) -> None:
    """Tell who started `clock`, and once it is too late the agency's supervisors; say in its row that it was told."""
    state = "overdue" if clock.overdue() else "soon"
    changed = RunningClock.unscoped.filter(pk=clock.pk, stopped_at=None).exclude(told=state).update(told=state)
    audit.record(None, "clock.tell", kind=clock.record_kind, record_id=clock.record_id, detail={"state": state})
    if changed:
        tell(f"clock_{state}", place_of(clock), _receivers(clock, late=state == "overdue"))


def _receivers(clock: RunningClock, *, late: bool) -> list[Receiver]:
    """Return who started the clock; the supervisors once it is late, or where somebody of another agency started it."""
    own = Membership.objects.filter(person=clock.started_by_id, agency=clock.agency_id).exists()
    first = [Receiver(clock.started_by_id, clock.agency_id)] if own else []
    return [*first, *supervisors(clock.agency_id)] if late or not own else first
