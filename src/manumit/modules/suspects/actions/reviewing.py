"""When a suspect is reviewed: by the limit that stands for the agency, else the one the regulation suggests."""

from datetime import date, datetime

from django.utils import timezone
from django.utils.translation import gettext as _

from manumit.spine.identity.actor import Actor
from manumit.spine.workflow.actions.start_clock import start_clock
from manumit.spine.workflow.actions.stop_clock import stop_clock
from manumit.spine.workflow.clocks.published import BY_NAME
from manumit.spine.workflow.clocks.standing import standing
from manumit.spine.workflow.models import RunningClock
from manumit.spine.workflow.models.running_clock import Ending
from manumit.values.time_limits import last_day

from ..models import Suspect

REVIEW = BY_NAME["intelligence_review"]


def review_on(agency_id: int, since: datetime) -> date:
    """Return the last day on which information entered or validated at `since` is to be validated again."""
    zone = timezone.get_default_timezone()
    stands = standing(REVIEW, agency_id, timezone.localdate(since))
    limit = stands.limit if stands else REVIEW.limit
    return last_day(limit.due(since, zone), zone)


def restart_clock(actor: Actor, suspect: Suspect) -> None:
    """Stop the review clock that runs beside `suspect` as met, and start it anew from its last validation.

    Without a limit that the agency set, none can run: the day of review stands in the record alone.
    """
    running = RunningClock.unscoped.filter(
        record_kind=suspect.kind, record_id=suspect.pk, clock=REVIEW.name, agency=actor.agency_id, stopped_at=None
    ).first()
    if running:
        late = running.overdue()
        ending, because = (Ending.MISSED, _("Validated late")) if late else (Ending.MET, "")
        stop_clock(actor, running, ending=ending, because=because)
    if standing(REVIEW, actor.agency_id, timezone.localdate(suspect.validated_at)):
        start_clock(actor, suspect, REVIEW, started_at=suspect.validated_at)
