"""What was released to one's agency, and showing it on, for programs."""

from django.http import HttpRequest, HttpResponse
from ninja import Router

from manumit.spine.access import Hidden
from manumit.spine.access.middleware import asking
from manumit.spine.access.models import Release
from manumit.spine.records import Record
from manumit.spine.ui.api.answers import ONCE, answer, once

from . import questions, schemas
from .actions.show_on import Onwards, ask_on, show_on, take_back
from .api_words import READ, WRITE, Key, paper, record_of
from .representing import received_out, release_out, request_out

router = Router()
HERE = "/{kind}/{number}/{key}"


@router.get(
    "/", response=schemas.ReceivedReleasesOut, auth=READ, summary="List what was released to you",
    operation_id="list_received_releases",
)  # fmt: skip
def received(request: HttpRequest) -> HttpResponse:
    """Live releases to your agency, soonest end first, and whether you may show them on."""
    rows = questions.with_numbers(questions.received(asking(request)), asking(request))
    return answer(schemas.ReceivedReleasesOut(items=[received_out(each["release"], each["number"]) for each in rows]))


@router.get(
    f"{HERE}/onward", response=schemas.RecordReleasesOut, auth=READ, summary="List what you showed on",
    operation_id="list_onward_releases",
)  # fmt: skip
def onward(request: HttpRequest, kind: str, number: str, key: Key) -> HttpResponse:
    """Live releases by which your agency showed on what that release gave it."""
    first = _first(request, record_of(request, "read_summary", kind, number), key)
    return answer(schemas.RecordReleasesOut(items=[release_out(each) for each in questions.shown_on(first)]))


@router.post(
    f"{HERE}/onward", response={201: schemas.RecordReleaseOut}, auth=WRITE, summary="Show on what was released to you",
    operation_id="show_release_on", openapi_extra=ONCE,
)  # fmt: skip
@once
def show(request: HttpRequest, kind: str, number: str, key: Key, body: schemas.NewOnwardRelease) -> HttpResponse:
    """Let another agency read of it, where the agreement lets the receiver; no wider and no longer than given."""
    record = record_of(request, "read_summary", kind, number)
    return answer(release_out(show_on(asking(request), record, key, _onwards(body))), 201)


@router.post(
    f"{HERE}/onward-requests", response={201: schemas.ReleaseRequestOut}, auth=WRITE,
    summary="Ask the owner to let you show it on", operation_id="ask_to_show_release_on", openapi_extra=ONCE,
)  # fmt: skip
@once
def ask(request: HttpRequest, kind: str, number: str, key: Key, body: schemas.NewOnwardRequest) -> HttpResponse:
    """Ask for the owner's word, where the agreement asks for it; followed and answered as any request."""
    actor, record = asking(request), record_of(request, "read_summary", kind, number)
    made = ask_on(actor, record, key, _onwards(body), because=body.because, needed_by=body.needed_by)
    found = paper(request, made.kind, made.number)
    return answer(request_out(actor, found, whole=True), 201, {"ETag": f'"{found.version}"'})


@router.post(
    f"{HERE}/onward/{{onward_key}}/take-back", response=schemas.RecordReleaseOut, auth=WRITE,
    summary="Take back what you showed on", operation_id="take_back_onward_release", openapi_extra=ONCE,
)  # fmt: skip
@once
def back(request: HttpRequest, kind: str, number: str, key: Key, onward_key: Key) -> HttpResponse:
    """End it now; what was read stays read."""
    record = record_of(request, "read_summary", kind, number)
    return answer(release_out(take_back(asking(request), record, key, onward_key)))


def _first(request: HttpRequest, record: Record, key: int) -> Release:
    found = questions.first_hand(asking(request), record, key)
    if found is None:
        raise Hidden
    return found


def _onwards(body: schemas.NewOnwardRelease) -> Onwards:
    return Onwards(body.agency, frozenset(body.groups), frozenset(body.purposes), body.authority, body.until_on)
