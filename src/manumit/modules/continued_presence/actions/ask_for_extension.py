"""Ask for an extension: what stands is shown again, and only what changed is told."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, time
from typing import Any

from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from manumit.spine import audit
from manumit.spine.access import require
from manumit.spine.identity.actor import Actor
from manumit.spine.records import action, sealed

from ..asked import QUESTIONS, STEPS, fields_of
from ..cleaning import cleaned
from ..models import PresenceRequest
from .consequences import ONE_DAY, last_day_of
from .move_request import Said, demand_version, move_request

MAY_CHANGE = (
    "mailing", "contact", "threats", "plan", "family", "health", "witness", "witness_words", "status", "passport",
    "languages", "interpreter", "counsel", "specialist",
)  # fmt: skip
"""Answers that may have changed since the request; what was done to the victim has not."""
ASKED_AGAIN = tuple(QUESTIONS[name] for name in MAY_CHANGE)
GROUPS = ("identity", "elements", "safety", "service")


@dataclass(frozen=True)
class Extension:
    """What is told: `words` on why, the answers as they stand now, where the investigation stands, until when."""

    words: str
    answers: Mapping[str, Any]
    investigation: str = ""
    until_on: date | None = None


@action("presence.extension")
def ask_for_extension(
    actor: Actor, request: PresenceRequest, told: Extension, *, standing: Mapping[str, Any], expected_version: int
) -> PresenceRequest:
    """Seal the answers that differ from the `standing` ones, note which, and ask DHS for up to two years more.

    Raises Denied or Hidden, Conflict, NotNow, Refused without words, ValidationError by question.
    """
    require(actor, "sign", request)
    require(actor, "seal", request)
    demand_version(request, expected_version)
    changed = changes(told.answers, standing)
    for group in GROUPS:
        if part := {name: changed[name] for name in fields_of(group) if name in changed}:
            _seal(actor, request, group, part)
    _seal(actor, request, "correspondence", _noted(request, told, changed))
    request.refresh_from_db()
    said = Said(words=told.words, until_on=told.until_on)
    return move_request(actor, request, "ask_extension", expected_version=request.version, said=said)


def changes(answers: Mapping[str, Any], standing: Mapping[str, Any]) -> dict[str, Any]:
    """Return the cleaned answers that differ from those that stand. Raises ValidationError by question."""
    given = cleaned((each for each in ASKED_AGAIN if each.name in answers), answers)
    return {name: value for name, value in given.items() if value != (standing.get(name) or None)}


def most_until(request: PresenceRequest) -> date | None:
    """Return the last day an extension may have: two years after the present one."""
    if request.until_on is None:
        return None
    found: date = last_day_of(datetime.combine(request.until_on, time(12), timezone.get_default_timezone()))
    return found


def _noted(request: PresenceRequest, told: Extension, changed: Mapping[str, Any]) -> dict[str, Any]:
    investigation = next(each for step in STEPS for each in step.questions if each.name == "investigation")
    where = cleaned((investigation,), {"investigation": told.investigation})["investigation"]
    until = told.until_on
    most = most_until(request)
    if until and (request.until_on is None or most is None or not request.until_on + ONE_DAY <= until <= most):
        raise ValidationError({"until_on": _("Choose a day after the present last one, within two years of it.")})
    return {
        "extension_changed": sorted(changed), "extension_investigation": where,
        "extension_until": until.isoformat() if until else None,
    }  # fmt: skip


def _seal(actor: Actor, request: PresenceRequest, group: str, values: Mapping[str, Any]) -> None:
    request.refresh_from_db(fields=["version"])
    sealed.put(request, group, values, actor)
    audit.record(actor, "presence.extension", kind=request.kind, record_id=request.pk, group=group)
