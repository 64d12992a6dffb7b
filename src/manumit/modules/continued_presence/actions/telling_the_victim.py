"""What a victim has to be told of, which letter tells it, and the time to answer that begins only then."""

from collections.abc import Mapping
from datetime import date, datetime, time
from typing import Any

from django.utils import timezone

from manumit.spine.identity.actor import Actor
from manumit.spine.workflow.clocks.standing import standing
from manumit.values.time_limits import Days

from ..choices import Stage
from ..clocks import REVOCATION
from ..models import PresenceRequest
from ..procedure import PRESENT
from .reckoning import set_columns
from .stage_clocks import begin_anew, due_of

ANSWER_WITHIN = Days(30)
"""A floor where DHS has set no limit of its own: nobody is revoked without time to answer."""
TELLS: Mapping[Stage, str] = {
    Stage.DENIED: "denied", Stage.WITHDRAWN: "withdrawn", Stage.REVOCATION: "revocation", Stage.REVOKED: "revoked",
}  # fmt: skip
"""Stages of which the victim has to be told, and the letter that does."""


def news(request: PresenceRequest) -> str:
    """Return the letter a victim is owed in this stage, empty where they are owed none."""
    refused = "extension_refused" if request.refusals and request.stage in PRESENT else ""
    return TELLS.get(request.stage, refused)


def untold(request: PresenceRequest) -> bool:
    """Whether the victim has not been told yet what they have to be told."""
    return bool(news(request)) and request.victim_told_on is None


def answer_by(request: PresenceRequest, told: datetime) -> datetime:
    """Return the first moment too late to answer a proposed revocation of which the victim was told at `told`."""
    stands = standing(REVOCATION, request.decider_id, timezone.localdate(told))
    limit = stands.limit if stands else ANSWER_WITHIN
    return limit.due(told, timezone.get_default_timezone())


def keep_told(actor: Actor, request: PresenceRequest, day: date) -> None:
    """Keep that the victim was told on `day`; the time to answer a proposed revocation begins with it.

    Never before the proposal, and being told again never shortens it.
    """
    values: dict[str, Any] = {"victim_told_on": day}
    if request.stage == Stage.REVOCATION:
        zone = timezone.get_default_timezone()
        begins = max(datetime.combine(day, time(12), zone), request.state_since_at)
        values["answer_by_at"] = max(filter(None, (request.answer_by_at, answer_by(request, begins))))
        begin_anew(actor, request, REVOCATION, request.decider)
        values["due_at"] = due_of(request)
    set_columns(actor, request, values)
