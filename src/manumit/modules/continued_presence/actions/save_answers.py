"""Save one step of a request: answers are sealed, what is missing is reckoned anew."""

from collections.abc import Mapping
from typing import Any

from django.utils.translation import gettext_lazy as _

from manumit.spine import audit
from manumit.spine.access import require
from manumit.spine.identity.actor import Actor
from manumit.spine.records import action, sealed
from manumit.spine.records.changing import lock
from manumit.spine.workflow.refusing import Refused

from ..asked import BY_NAME, Step
from ..choices import Stage
from ..cleaning import cleaned, that_apply
from ..models import Operation, PresenceRequest
from .minors import watch_minor
from .reckoning import reckon_missing

EDITABLE = frozenset({Stage.DRAFT, Stage.INFORMATION})
CLOSED = frozenset({Stage.DENIED, Stage.WITHDRAWN, Stage.REVOKED, Stage.SUPERSEDED, Stage.ENDED, Stage.EXPIRED})


@action("presence.answer")
def save_answers(
    actor: Actor,
    request: PresenceRequest,
    step: str,
    answers: Mapping[str, Any],
    *,
    expected_version: int,
    standing: Mapping[str, Any],
) -> PresenceRequest:
    """Seal the `answers` of a step; `standing` are the answers as the actor read them, to reckon what is missing.

    `expected_version` is that of the operation for a step that all its victims share. An answer that no longer applies
    is cleared. Raises Denied or Hidden, Refused outside a draft, Conflict, ValidationError by question, LookupError.
    """
    asked = BY_NAME[step]
    given = that_apply(cleaned(asked.questions, answers), asked.questions, standing)
    holder: Any = _holder(actor, request, asked)
    sealed.put(holder, asked.group, given, actor, expected_version=expected_version)
    audit.record(
        actor, "presence.answer", kind=holder.kind, record_id=holder.pk, group=asked.group, detail={"step": step}
    )
    merged = {**standing, **given}
    reckon_missing(actor, request, merged)
    watch_minor(actor, request, merged)
    return request


def _holder(actor: Actor, request: PresenceRequest, step: Step) -> Operation | PresenceRequest:
    """Return the record whose seal the answers go under. Raises Refused where they stand signed."""
    require(actor, "seal", request)
    stage = Stage(lock(request).state)
    if stage not in EDITABLE:
        raise Refused(_("The request was signed: it changes again when it is returned, or when DHS asks."))
    if not step.shared:
        return request
    operation: Operation = Operation.unscoped.get(pk=request.operation_id)
    require(actor, "seal", operation)
    others = PresenceRequest.unscoped.filter(operation=operation).exclude(state__in=[*EDITABLE, *CLOSED])
    if others.exists():
        raise Refused(_("Another victim's request of this operation was signed on these answers: they stand."))
    return operation
