"""Requests for a release, for programs."""

from typing import Any, Literal

from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from ninja import Router

from manumit.spine.access import Hidden
from manumit.spine.access.middleware import asking
from manumit.spine.ui.api.answers import ONCE, answer, expected_version, once

from . import request_questions, schemas
from .actions.answer_request import Answer, answer_request, refuse_request
from .actions.ask_release import Wanted, ask_release
from .actions.follow_request import accept_offer, end_request
from .api_words import ONCE_VERSIONED, READ, WRITE, paper
from .release_api import terms_of
from .representing import request_out

router = Router()
KIND = "release_request"


@router.get(
    "/", response=schemas.ReleaseRequestsOut, auth=READ, summary="List requests", operation_id="list_release_requests"
)
def requests(request: HttpRequest, side: Literal["in", "out"] = "in", after: str | None = None) -> HttpResponse:
    """What your agency was asked (`in`), or asked (`out`), newest first."""
    page = request_questions.list_requests(asking(request), side, after=after or None)
    rows = [request_out(asking(request), each) for each in page.rows]
    return answer(schemas.ReleaseRequestsOut(items=rows, next=page.next_key))


@router.get(
    "/{number}", response=schemas.ReleaseRequestOut, auth=READ, summary="Read a request",
    operation_id="read_release_request",
)  # fmt: skip
def read(request: HttpRequest, number: str) -> HttpResponse:
    """A request and how it was answered."""
    return _shown(request, number)


@router.post(
    "/", response={201: schemas.ReleaseRequestOut}, auth=WRITE, summary="Ask for a release",
    operation_id="ask_release", openapi_extra=ONCE,
)  # fmt: skip
@once
def ask(request: HttpRequest, body: schemas.NewReleaseRequest) -> HttpResponse:
    """Ask another agency. Nothing is looked up: what is restricted is asked for as what does not exist."""
    given: dict[str, Any] = body.model_dump()
    groups, purposes = frozenset(given.pop("groups")), frozenset(given.pop("purposes"))
    made = ask_release(asking(request), Wanted(given.pop("other"), groups=groups, purposes=purposes, **given))
    return _shown(request, made.number, 201)


@router.post(
    "/{number}/answers", response=schemas.ReleaseRequestOut, auth=WRITE, summary="Answer with a release",
    operation_id="answer_release_request", openapi_extra=ONCE_VERSIONED,
)  # fmt: skip
@once
def give(request: HttpRequest, number: str, body: schemas.NewRequestAnswer) -> HttpResponse:
    """Release all that was asked for, or offer less."""
    found, version, actor = paper(request, KIND, number), expected_version(request), asking(request)
    record = request_questions.named(actor, found, body.number)
    if record is None:
        raise ValidationError({"number": [_("You see no such record of your agency among what was asked for.")]})
    under = terms_of(body.under, found.other_id, found.owner_id)
    given = Answer(frozenset(body.groups), body.until_on, body.authority, under, body.said)
    answer_request(actor, found, record, given, expected_version=version)
    return _shown(request, number)


@router.post(
    "/{number}/steps/{step}", response=schemas.ReleaseRequestOut, auth=WRITE,
    summary="Accept, decline, withdraw or refuse", operation_id="move_release_request", openapi_extra=ONCE_VERSIONED,
)  # fmt: skip
@once
def move(request: HttpRequest, number: str, step: str, body: schemas.ExchangeStep) -> HttpResponse:
    """Take a step: `accept` or `decline` an offer, `withdraw` the request, or `refuse` it with its reason."""
    found, version = paper(request, KIND, number), expected_version(request)
    _step(request, found, step, body, version)
    return _shown(request, number)


def _step(request: HttpRequest, found: Any, step: str, body: schemas.ExchangeStep, version: int) -> None:
    actor = asking(request)
    if step == "accept":
        accept_offer(actor, found, expected_version=version)
    elif step == "refuse":
        refuse_request(actor, found, reason=body.reason, words=body.words, expected_version=version)
    elif step in {"decline", "withdraw"}:
        end_request(actor, found, step, words=body.words, expected_version=version)
    else:
        raise Hidden


def _shown(request: HttpRequest, number: str, status: int = 200) -> HttpResponse:
    found = paper(request, KIND, number)
    return answer(request_out(asking(request), found, whole=True), status, {"ETag": f'"{found.version}"'})
