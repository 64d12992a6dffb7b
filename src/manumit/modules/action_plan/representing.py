"""Records of the action plan as programs get them."""

from collections.abc import Sequence
from typing import Any

from manumit.spine.access import allowed
from manumit.spine.identity.actor import Actor

from . import advice_questions, api_schemas, procedure, questions
from .models import (
    Commitment,
    Partnership,
    PartnershipContribution,
    PartnershipIndicator,
    ProgressUpdate,
    PublicCommitment,
)

UNSHOWN = frozenset({"agencies", "due_dates", "evidence", "words", "reports", "advice"})


def line_out(commitment: Commitment) -> api_schemas.CommitmentLine:
    """Return a commitment in a list."""
    return api_schemas.CommitmentLine(**_own(api_schemas.CommitmentLine, commitment), agencies=[*commitment.agencies])


def list_out(found: Sequence[Commitment], start: int) -> api_schemas.CommitmentList:
    """Return a page; one more row than a page holds says that more follow."""
    more = len(found) > questions.PAGE
    items = [line_out(each) for each in found[: questions.PAGE]]
    return api_schemas.CommitmentList(items=items, next=start + questions.PAGE if more else None)


def commitment_out(actor: Actor, commitment: Commitment) -> api_schemas.CommitmentOut:
    """Return a commitment with all that belongs to it."""
    parts = questions.parts_of(actor, commitment)
    advice = advice_questions.beside(actor, commitment=commitment)
    return api_schemas.CommitmentOut(
        **_own(api_schemas.CommitmentOut, commitment),
        agencies=[*commitment.agencies],
        due_dates=[api_schemas.DueDateOut.model_validate(each) for each in parts["due_dates"]],
        evidence=[api_schemas.EvidenceOut.model_validate(each) for each in parts["evidence"]],
        words=[api_schemas.WordOut.model_validate(each) for each in parts["words"]],
        reports=[report_out(actor, each, commitment) for each in parts["updates"]],
        advice=[_advice(request.question, each) for request, given in advice for each in given],
    )


def _own(schema: type[Any], row: Any) -> dict[str, Any]:
    return {name: getattr(row, name) for name in schema.model_fields if name not in UNSHOWN}


def _advice(question: str, given: Any) -> api_schemas.AdviceOut:
    told = {name: getattr(given, name) for name in ("text", "named", "became", "reasons")}
    return api_schemas.AdviceOut(question=question, **told)


def report_out(actor: Actor, update: ProgressUpdate, commitment: Commitment) -> api_schemas.ReportOut:
    """Return a report; its internal text only for those who may read it."""
    shown = ("number", "quarter", "status", "public_text", "reason", "new_due_on", "state", "version")
    reads = allowed(actor, "read_internal", update).allowed
    internal: dict[str, Any] = {"internal_text": update.internal_text} if reads else {}
    steps = [each.transition.name for each in procedure.UPDATE.available(actor, update) if each.allowed]
    own: dict[str, Any] = {name: getattr(update, name) for name in shown}
    return api_schemas.ReportOut(**own, commitment=commitment.number, steps=steps, **internal)


def partnership_out(actor: Actor, partnership: Partnership) -> api_schemas.PartnershipOut:
    """Return a partnership with its indicators and contributions."""
    beside = {"indicators", "contributions"}
    own = {name: getattr(partnership, name) for name in api_schemas.PartnershipOut.model_fields if name not in beside}
    return api_schemas.PartnershipOut(
        **own,
        indicators=_each(api_schemas.IndicatorOut, PartnershipIndicator.objects, actor, partnership),
        contributions=_each(api_schemas.ContributionOut, PartnershipContribution.objects, actor, partnership),
    )


def _each(schema: type[Any], rows: Any, actor: Actor, partnership: Partnership) -> list[Any]:
    return [schema.model_validate(each) for each in rows.visible_to(actor).filter(partnership=partnership)]


def promise_out(promise: PublicCommitment) -> api_schemas.PromiseOut:
    """Return what the public reads of a promise."""
    return api_schemas.PromiseOut(**{name: getattr(promise, name) for name in api_schemas.PromiseOut.model_fields})
