"""The 24 hours in which HHS is told of a minor: they begin by themselves once the date of birth says so."""

from collections.abc import Mapping
from typing import Any

from manumit.spine.identity.actor import Actor
from manumit.spine.workflow.actions.start_clock import start_clock
from manumit.spine.workflow.models import RunningClock

from ..clocks import MINOR
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
    rows = RunningClock.unscoped.filter(record_kind=request.kind, record_id=request.pk, clock=MINOR.name)
    if not rows.exists():
        start_clock(actor, request, MINOR)
