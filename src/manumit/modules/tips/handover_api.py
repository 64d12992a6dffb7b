"""Tips handed over to another agency's triage, for programs."""

from django.http import HttpRequest, HttpResponse
from ninja import Router

from manumit.spine import access
from manumit.spine.access import Hidden
from manumit.spine.access.middleware import asking
from manumit.spine.ui.api.answers import ONCE, answer, expected_version, once

from . import schemas
from .actions.hand_over import answer_handover, offer_tip
from .api_words import ONCE_VERSIONED, READ, WRITE, found
from .handing_over import HANDOVER
from .models import TipHandover
from .questions import list_handovers
from .representing import handover_out

router = Router()


@router.get(
    "/", response=schemas.TipHandoversOut, auth=READ, summary="List what was handed over",
    operation_id="list_tip_handovers",
)  # fmt: skip
def handovers(request: HttpRequest, after: str | None = None) -> HttpResponse:
    """Tips handed over by and to your agency, newest first."""
    page = list_handovers(asking(request), after=after or None)
    return answer(schemas.TipHandoversOut(items=[handover_out(each) for each in page.rows], next=page.next_key))


@router.get(
    "/{number}", response=schemas.TipHandoverOut, auth=READ, summary="Read a handing over",
    operation_id="read_tip_handover",
)  # fmt: skip
def read(request: HttpRequest, number: str) -> HttpResponse:
    """Which tip, from whom to whom, and where it stands; of the tip itself nothing but its number and danger."""
    return _shown(request, number)


@router.post(
    "/", response={201: schemas.TipHandoverOut}, auth=WRITE, summary="Offer a tip", operation_id="offer_tip",
    openapi_extra=ONCE,
)  # fmt: skip
@once
def offer(request: HttpRequest, body: schemas.NewTipHandover) -> HttpResponse:
    """Offer a tip to another agency's triage; you keep it until they accept."""
    made = offer_tip(asking(request), found(request, "move", body.tip), other_id=body.other, reason=body.reason)
    return _shown(request, made.number, 201)


@router.post(
    "/{number}/steps/{step}", response=schemas.TipHandoverOut, auth=WRITE, summary="Accept, decline or take back",
    operation_id="answer_tip_handover", openapi_extra=ONCE_VERSIONED,
)  # fmt: skip
@once
def move(request: HttpRequest, number: str, step: str, body: schemas.TipHandoverStep) -> HttpResponse:
    """Take a step: `accept`, and the tip is your agency's; `decline`; or `withdraw` what you offered."""
    if step not in HANDOVER.by_name:
        raise Hidden
    handover, version = _found(request, number), expected_version(request)
    answer_handover(asking(request), handover, step, expected_version=version, words=body.words)
    return _shown(request, number)


def _found(request: HttpRequest, number: str) -> TipHandover:
    handover: TipHandover = access.find(asking(request), "read_summary", TipHandover.kind, number)
    return handover


def _shown(request: HttpRequest, number: str, status: int = 200) -> HttpResponse:
    handover = _found(request, number)
    return answer(handover_out(handover), status, {"ETag": f'"{handover.version}"'})
