"""Requests as programs get them: stages, days and codes, never a word about a person."""

from typing import Any

from manumit.spine.access import decide_many
from manumit.spine.identity.actor import Actor

from . import questions, schemas
from .models import PresenceRequest
from .procedure import REQUEST

OF_WORK = (
    "due_at", "waits_for_answer", "deferred_action", "kept_by_action", "i94_on", "permit_on", "permit_code",
    "hhs_told_at", "victim_told_on", "missing",
)  # fmt: skip


def listed(row: PresenceRequest) -> schemas.PresenceListed:
    """Return a request as a list shows it."""
    return schemas.PresenceListed(number=row.number, stage=row.state, since=row.state_since_at, until_on=row.until_on)


def presence_out(actor: Actor, row: PresenceRequest) -> schemas.PresenceOut:
    """Return where a request stands, as far as the actor works on it."""
    told: dict[str, Any] = {"version": row.version, **listed(row).model_dump()}
    works = decide_many(actor, [(act, row) for act in ("read_correspondence", "read_decision")])
    if any(decision.allowed for decision in works):
        told |= _of_work(actor, row)
    return schemas.PresenceOut(**told)


def _of_work(actor: Actor, row: PresenceRequest) -> dict[str, Any]:
    choices = REQUEST.available(actor, row)
    grants = questions.grants_of(actor, row)
    return {
        **{name: getattr(row, name) for name in OF_WORK},
        **_operation(actor, row),
        "steps": [each.transition.name for each in choices if each.allowed],
        "grants": [
            schemas.PresencePeriod(kind=each.grant_kind, from_on=each.from_on, until_on=each.until_on)
            for each in grants
        ],
    }


def _operation(actor: Actor, row: PresenceRequest) -> dict[str, Any]:
    """Oversight knows of requests and not of operations: then there is nothing to tell."""
    found = questions.operation_if_known(actor, row)
    return {"operation": found.number, "operation_version": found.version} if found else {}
