"""Transfers for programs."""

from django.http import HttpRequest, HttpResponse
from ninja import Router

from manumit.spine.access import Hidden
from manumit.spine.access.middleware import asking
from manumit.spine.ui.api.answers import ONCE, answer, expected_version, once

from . import procedure, questions, schemas
from .actions.transfer_record import Offer, answer_transfer, offer_transfer
from .api_words import ONCE_VERSIONED, READ, WRITE, paper, record_of
from .representing import transfer_out

router = Router()
KIND = "transfer"


@router.get("/", response=schemas.TransfersOut, auth=READ, summary="List transfers", operation_id="list_transfers")
def transfers(request: HttpRequest, after: str | None = None) -> HttpResponse:
    """The transfers of your agency, newest first."""
    page = questions.list_transfers(asking(request), after=after or None)
    return answer(schemas.TransfersOut(items=[transfer_out(each) for each in page.rows], next=page.next_key))


@router.get(
    "/{number}", response=schemas.TransferOut, auth=READ, summary="Read a transfer", operation_id="read_transfer"
)
def read(request: HttpRequest, number: str) -> HttpResponse:
    """A transfer and where it stands."""
    return _shown(request, number)


@router.post(
    "/", response={201: schemas.TransferOut}, auth=WRITE, summary="Offer a record", operation_id="offer_transfer",
    openapi_extra=ONCE,
)  # fmt: skip
@once
def offer(request: HttpRequest, body: schemas.NewTransfer) -> HttpResponse:
    """Offer a record to another agency; you remain its owner until they accept."""
    record = record_of(request, "release", body.kind, body.number)
    offered = Offer(body.other, body.reason, frozenset(body.keeps), body.keeps_until)
    return _shown(request, offer_transfer(asking(request), record, offered).number, 201)


@router.post(
    "/{number}/steps/{step}", response=schemas.TransferOut, auth=WRITE, summary="Accept, decline or take back",
    operation_id="answer_transfer", openapi_extra=ONCE_VERSIONED,
)  # fmt: skip
@once
def move(request: HttpRequest, number: str, step: str, body: schemas.ExchangeStep) -> HttpResponse:
    """Take a step: `accept`, and the owner changes; `decline`; or `withdraw` what you offered."""
    if step not in procedure.TRANSFER.by_name:
        raise Hidden
    found, version = paper(request, KIND, number), expected_version(request)
    answer_transfer(asking(request), found, step, expected_version=version, words=body.words)
    return _shown(request, number)


def _shown(request: HttpRequest, number: str, status: int = 200) -> HttpResponse:
    found = paper(request, KIND, number)
    return answer(transfer_out(found), status, {"ETag": f'"{found.version}"'})
