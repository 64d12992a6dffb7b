"""What is sealed with a tip, and its reward, for programs: who gave it, who is paid, and how the reward moves.

No answer but that of a reading holds a sealed value, so that none is kept for a repeated key.
"""

from django.http import HttpRequest, HttpResponse
from ninja import Router

from manumit.spine.access.middleware import asking
from manumit.spine.ui.api.answers import answer, expected_version, once

from . import schemas
from .actions.move_tip import move_reward
from .actions.sealed_groups import GIVER, PAYMENT, record_giver, record_payment, reveal
from .api_words import ONCE_VERSIONED, READ, WRITE, demand_known, found, shown
from .procedure import TIP_REWARD

router = Router()


@router.post(
    "/{number}/giver", response=schemas.SealedOut, auth=READ, summary="Read who gave it", operation_id="read_tip_giver"
)
def giver(request: HttpRequest, number: str, body: schemas.TipNeed) -> HttpResponse:
    """Log what you need it for, then show who gave the tip and how they are reached safely."""
    return _revealed(request, number, GIVER, body.note)


@router.post(
    "/{number}/payment", response=schemas.SealedOut, auth=READ, summary="Read who is paid",
    operation_id="read_tip_payment",
)  # fmt: skip
def payment(request: HttpRequest, number: str, body: schemas.TipNeed) -> HttpResponse:
    """Log what you need it for, then show payee, amount and how it is paid."""
    return _revealed(request, number, PAYMENT, body.note)


@router.post(
    "/{number}/sealed/giver", response={201: schemas.TipOut}, auth=WRITE, summary="Seal who gave it",
    operation_id="seal_tip_giver", openapi_extra=ONCE_VERSIONED,
)  # fmt: skip
@once
def seal_giver(request: HttpRequest, number: str, body: schemas.TipGiver) -> HttpResponse:
    """Seal who gave it and how they are reached safely; what is left out stays as it was sealed."""
    tip, version = found(request, "seal", number), expected_version(request)
    record_giver(asking(request), tip, body.model_dump(), expected_version=version)
    return shown(request, number, 201)


@router.post(
    "/{number}/sealed/payment", response={201: schemas.TipOut}, auth=WRITE, summary="Seal payee and amount",
    operation_id="seal_tip_payment", openapi_extra=ONCE_VERSIONED,
)  # fmt: skip
@once
def seal_payment(request: HttpRequest, number: str, body: schemas.TipPayment) -> HttpResponse:
    """Seal who is paid, once it is said that a reward may be paid."""
    tip, version = found(request, "supervise", number), expected_version(request)
    record_payment(asking(request), tip, body.model_dump(), expected_version=version)
    return shown(request, number, 201)


@router.post(
    "/{number}/reward/steps", response={201: schemas.TipOut}, auth=WRITE, summary="Move the reward",
    operation_id="move_tip_reward", openapi_extra=ONCE_VERSIONED,
)  # fmt: skip
@once
def move(request: HttpRequest, number: str, body: schemas.TipRewardStep) -> HttpResponse:
    """Take a step: `eligible`, `not_eligible`, `approve`, `reconsider`, `pay` or `decline`."""
    demand_known("step", body.step, set(TIP_REWARD.by_name))
    tip, version = found(request, "supervise", number), expected_version(request)
    why = {"reason": body.reason, "words": body.words}
    move_reward(asking(request), tip, body.step, expected_version=version, **why)
    return shown(request, number, 201)


def _revealed(request: HttpRequest, number: str, group: str, note: str) -> HttpResponse:
    values = reveal(asking(request), found(request, f"read_{group}", number), group, note)
    return answer(schemas.SealedOut(values=values))
