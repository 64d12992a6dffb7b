"""The 24 hours in which HHS is told of a minor: they begin by themselves once the date of birth says so."""

from collections.abc import Mapping
from datetime import date, datetime, time
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from manumit.spine.identity.actor import Actor
from manumit.spine.workflow.actions.start_clock import start_clock
from manumit.spine.workflow.models import RunningClock
from manumit.spine.workflow.refusing import Refused

from ..clocks import INTERIM, MINOR
from ..models import PresenceRequest
from ..rules.facts import RequestFacts, years_between

OF_AGE = 18
"""Years, on the day of the request and not of the decision. Source: 22 USC 7105(b)(1)(F) and (H)."""


def watch_minor(actor: Actor, request: PresenceRequest, answers: Mapping[str, Any]) -> None:
    """Start the clock beside the request of somebody under 18 today, once, unless HHS was told already."""
    facts = RequestFacts(answers)
    born = facts.day("birth_on")
    if born is None or request.hhs_told_at or years_between(born, facts.today) >= OF_AGE:
        return
    if not was_minor(request):
        start_clock(actor, request, MINOR)


def was_minor(request: PresenceRequest) -> bool:
    """Whether the victim was under 18 when the request said how old they are, whatever their age is now."""
    rows = RunningClock.unscoped.filter(record_kind=request.kind, record_id=request.pk, clock=MINOR.name)
    return rows.exists()


def begin_interim_assistance(actor: Actor, request: PresenceRequest, on: date | None) -> None:
    """Run the 90 days of the letter HHS gave a minor, from its day (today). Raises Refused for who was an adult."""
    if not was_minor(request):
        raise Refused(_("Interim assistance is for who was under 18 on the day of the request."))
    now = timezone.now()
    begun = datetime.combine(on, time(), timezone.get_default_timezone()) if on else now
    start_clock(actor, request, INTERIM, started_at=min(begun, now))
