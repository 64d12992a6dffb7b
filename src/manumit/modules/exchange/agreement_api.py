"""Agreements for programs."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from ninja import Router

from manumit.spine.access import Hidden
from manumit.spine.access.middleware import asking
from manumit.spine.ui.api.answers import ONCE, answer, expected_version, once

from . import questions, schemas
from .actions.draft_agreement import Draft, draft_agreement
from .actions.move_agreement import EVENTS, move_agreement
from .actions.sign_agreement import sign_agreement
from .api_words import ONCE_VERSIONED, READ, WRITE, paper
from .representing import agreement_out

router = Router()
KIND = "agreement"


@router.get("/", response=schemas.AgreementsOut, auth=READ, summary="List agreements", operation_id="list_agreements")
def agreements(request: HttpRequest, after: str | None = None) -> HttpResponse:
    """The agreements of your agency, newest first."""
    page = questions.list_agreements(asking(request), after=after or None)
    return answer(schemas.AgreementsOut(items=[agreement_out(each) for each in page.rows], next=page.next_key))


@router.get(
    "/{number}", response=schemas.AgreementOut, auth=READ, summary="Read an agreement", operation_id="read_agreement"
)
def read(request: HttpRequest, number: str) -> HttpResponse:
    """An agreement and who signed it."""
    return _shown(request, number)


@router.post(
    "/", response={201: schemas.AgreementOut}, auth=WRITE, summary="Draft an agreement",
    operation_id="draft_agreement", openapi_extra=ONCE,
)  # fmt: skip
@once
def draft(request: HttpRequest, body: schemas.NewAgreement) -> HttpResponse:
    """Write an agreement that binds nobody until both agencies signed it."""
    given: dict[str, Any] = body.model_dump()
    groups, purposes = frozenset(given.pop("groups")), frozenset(given.pop("purposes"))
    made = draft_agreement(asking(request), Draft(given.pop("other"), groups=groups, purposes=purposes, **given))
    return _shown(request, made.number, 201)


@router.post(
    "/{number}/signatures", response={201: schemas.AgreementOut}, auth=WRITE, summary="Sign for your agency",
    operation_id="sign_agreement", openapi_extra=ONCE,
)  # fmt: skip
@once
def sign(request: HttpRequest, number: str, body: schemas.NewSignature) -> HttpResponse:
    """Sign what you read; with the second signature it enters into force."""
    found = paper(request, KIND, number)
    sign_agreement(asking(request), found, capacity=body.capacity, terms_hash=body.terms_hash)
    return _shown(request, number, 201)


@router.post(
    "/{number}/steps/{step}", response=schemas.AgreementOut, auth=WRITE, summary="Offer, decline or withdraw",
    operation_id="move_agreement", openapi_extra=ONCE_VERSIONED,
)  # fmt: skip
@once
def move(request: HttpRequest, number: str, step: str, body: schemas.ExchangeStep) -> HttpResponse:
    """Take a step: `offer`, `decline`, or `withdraw`, which ends everything released under it."""
    if step not in EVENTS:
        raise Hidden
    found, version = paper(request, KIND, number), expected_version(request)
    move_agreement(asking(request), found, step, expected_version=version, words=body.words)
    return _shown(request, number)


def _shown(request: HttpRequest, number: str, status: int = 200) -> HttpResponse:
    found = paper(request, KIND, number)
    headers = {"ETag": f'"{found.version}"'}
    return answer(agreement_out(found, asking(request)), status, headers)
