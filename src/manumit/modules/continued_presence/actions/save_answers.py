"""Save one step of a request: answers are sealed, what is missing is reckoned anew."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from manumit.spine import audit
from manumit.spine.access import require
from manumit.spine.identity.actor import Actor
from manumit.spine.records import action, sealed
from manumit.spine.records.changing import lock
from manumit.spine.workflow.refusing import Refused

from ..asked import BY_NAME, Question, Step
from ..choices import Stage
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
    given = {each.name: _clean(each, answers.get(each.name)) for each in asked.questions}
    merged = {**standing, **given}
    given = {each.name: given[each.name] if each.applies(merged) else None for each in asked.questions}
    holder: Any = _holder(actor, request, asked)
    sealed.put(holder, asked.group, given, actor, expected_version=expected_version)
    audit.record(
        actor, "presence.answer", kind=holder.kind, record_id=holder.pk, group=asked.group, detail={"step": step}
    )
    merged |= given
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


def _clean(question: Question, value: Any) -> Any:
    checks = {"many": _many, "choice": _choice, "date": _day}
    return checks.get(question.looks, _words)(question, value)


def _many(question: Question, value: Any) -> list[str] | None:
    chosen = list(value or [])
    known = {code for code, _label in question.choices}
    if set(chosen) - known:
        raise ValidationError({question.name: _("Choose from the answers.")})
    return chosen or None


def _choice(question: Question, value: Any) -> str | None:
    if value and value not in dict(question.choices):
        raise ValidationError({question.name: _("Choose one of the answers.")})
    return str(value) if value else None


def _day(question: Question, value: Any) -> str | None:
    if not value:
        return None
    try:
        day = value if isinstance(value, date) else date.fromisoformat(str(value))
    except ValueError:
        raise ValidationError({question.name: _("Write the day as 2026-11-26.")}) from None
    if not date(1900, 1, 1) <= day <= timezone.localdate():
        raise ValidationError({question.name: _("The day must lie between 1900 and today.")})
    return day.isoformat()


def _words(question: Question, value: Any) -> str | None:
    text = str(value or "").strip()
    if len(text) > question.most:
        raise ValidationError({question.name: _("Shorten this to %(most)s characters.") % {"most": question.most}})
    return text or None
