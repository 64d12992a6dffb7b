"""Suspects for programs. Every operation calls the action or question that the page of that name calls."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from ninja import P, PathEx, Router

from manumit.spine import access
from manumit.spine.access import Hidden
from manumit.spine.access.finding import find_of_any_kind, sound
from manumit.spine.access.middleware import asking
from manumit.spine.records import releasing
from manumit.spine.records.releasing import Terms
from manumit.spine.ui.api.answers import ONCE, VERSIONED, answer, expected_version, once
from manumit.spine.ui.api.authentication import may
from manumit.spine.workflow.actions.release_record import recall as recall_record
from manumit.spine.workflow.actions.release_record import release_record

from . import schemas
from .actions.add_part import add_part
from .actions.edit_part import edit_part
from .actions.edit_suspect import edit_suspect
from .actions.look_at_suspect import look_at_suspect
from .actions.move_suspect import move_suspect
from .actions.open_suspect import Opening, open_suspect
from .actions.tie_case import tie_case
from .actions.validate_suspect import validate_suspect
from .actions.withdraw_part import withdraw_part
from .models import NOUNS, PARTS, Suspect
from .notice_api import router as notices
from .questions import Narrowing, list_suspects, part_in
from .representing import release_out, suspect_out

router = Router()
router.add_router("", notices)
READ, WRITE = may("suspects:read"), may("suspects:write")
Key = PathEx[int, P(ge=1, le=2**63 - 1)]
ONCE_VERSIONED: dict[str, Any] = {"parameters": [*ONCE["parameters"], *VERSIONED["parameters"]]}


@router.get("/", response=schemas.SuspectsOut, auth=READ, summary="List suspects", operation_id="list_suspects")
def suspects(request: HttpRequest, standing: str = "", name: str = "", after: str | None = None) -> HttpResponse:
    """Suspects you may see, newest first; `name` is asked only of those whose description you may read."""
    narrowing = Narrowing(standing, sound(name.strip()[:100]))
    page = list_suspects(asking(request), narrowing, after=after or None)
    return answer(schemas.SuspectsOut(items=[suspect_out(each) for each in page.rows], next=page.next_key))


@router.get("/{number}", response=schemas.SuspectOut, auth=READ, summary="Read a suspect", operation_id="read_suspect")
def read(request: HttpRequest, number: str) -> HttpResponse:
    """The suspect with the groups and parts you may read; that you read it is logged."""
    look_at_suspect(asking(request), _found(request, "read_summary", number))
    return _shown(request, number)


@router.post(
    "/", response={201: schemas.SuspectOut}, auth=WRITE, summary="Record a person of interest",
    operation_id="open_suspect", openapi_extra=ONCE,
)  # fmt: skip
@once
def record_one(request: HttpRequest, body: schemas.NewSuspect) -> HttpResponse:
    """Record a person of interest in a case of yours, on a basis; nobody is at once a suspect."""
    case = find_of_any_kind(asking(request), "work", body.case_kind, body.case_number)
    opening = Opening(
        body.how, body.under_18, body.basis.model_dump(), body.source,
        names=[name.model_dump() for name in body.names], certainty=body.certainty,
    )  # fmt: skip
    return _shown(request, open_suspect(asking(request), case, opening).number, 201)


@router.patch(
    "/{number}", response=schemas.SuspectOut, auth=WRITE, summary="Correct the description",
    operation_id="edit_suspect", openapi_extra=VERSIONED,
)  # fmt: skip
def edit(request: HttpRequest, number: str, body: schemas.Values) -> HttpResponse:
    """Write values by field; what stood before stays in the history."""
    suspect, version = _found(request, "edit", number), expected_version(request)
    edit_suspect(asking(request), suspect, body.values, expected_version=version, **_said(body))
    return _shown(request, number)


@router.post(
    "/{number}/parts/{part}", response={201: schemas.SuspectOut}, auth=WRITE, summary="Add a part",
    operation_id="add_suspect_part", openapi_extra=ONCE,
)  # fmt: skip
@once
def add(request: HttpRequest, number: str, part: str, body: schemas.Values) -> HttpResponse:
    """Add a basis, name, mark, telephone, account, vehicle, document, charge or court date."""
    suspect = _found(request, "edit", number)
    if part not in PARTS:
        raise Hidden
    add_part(asking(request), suspect, part, body.values, **_said(body))
    return _shown(request, number, 201)


@router.patch(
    "/{number}/parts/{part}/{key}", response=schemas.SuspectOut, auth=WRITE, summary="Correct a part",
    operation_id="edit_suspect_part", openapi_extra=VERSIONED,
)  # fmt: skip
def correct(request: HttpRequest, number: str, part: str, body: schemas.Values, key: Key) -> HttpResponse:
    """Write values by field."""
    row, version = _part(request, number, part, key, PARTS), expected_version(request)
    edit_part(asking(request), row, body.values, expected_version=version, **_said(body))
    return _shown(request, number)


@router.post(
    "/{number}/parts/{part}/{key}/withdraw", response=schemas.SuspectOut, auth=WRITE, summary="Withdraw a part",
    operation_id="withdraw_suspect_part", openapi_extra=ONCE_VERSIONED,
)  # fmt: skip
@once
def withdraw(request: HttpRequest, number: str, part: str, body: schemas.SuspectBecause, key: Key) -> HttpResponse:
    """Take a part, or the tie to a case, out of the record; it stays in the history."""
    row, version = _part(request, number, part, key, NOUNS), expected_version(request)
    withdraw_part(asking(request), row, expected_version=version, reason=body.because)
    return _shown(request, number)


@router.post(
    "/{number}/ties", response={201: schemas.SuspectOut}, auth=WRITE, summary="Tie to a case",
    operation_id="tie_suspect", openapi_extra=ONCE,
)  # fmt: skip
@once
def tie(request: HttpRequest, number: str, body: schemas.NewTie) -> HttpResponse:
    """Say that the person is of interest in one more case."""
    suspect = _found(request, "edit", number)
    case = find_of_any_kind(asking(request), "work", body.case_kind, body.case_number)
    tie_case(asking(request), suspect, case, how=body.how, source=body.source)
    return _shown(request, number, 201)


@router.post(
    "/{number}/steps/{step}", response=schemas.SuspectOut, auth=WRITE, summary="Take a step",
    operation_id="move_suspect", openapi_extra=ONCE_VERSIONED,
)  # fmt: skip
@once
def move(request: HttpRequest, number: str, step: str, body: schemas.SuspectStep) -> HttpResponse:
    """Take a step of the procedure, with the reason it asks for."""
    suspect, version = _found(request, "read_summary", number), expected_version(request)
    try:
        move_suspect(asking(request), suspect, step, expected_version=version, **body.model_dump())
    except LookupError:
        raise Hidden from None
    return _shown(request, number)


@router.post(
    "/{number}/validation", response=schemas.SuspectOut, auth=WRITE, summary="Validate",
    operation_id="validate_suspect", openapi_extra=ONCE_VERSIONED,
)  # fmt: skip
@once
def validate(request: HttpRequest, number: str, body: schemas.SuspectBecause) -> HttpResponse:
    """Say that what is kept is still valid, and why; its time begins anew."""
    suspect, version = _found(request, "read_summary", number), expected_version(request)
    validate_suspect(asking(request), suspect, because=body.because, expected_version=version)
    return _shown(request, number)


@router.get(
    "/{number}/releases", response=schemas.ReleasesOut, auth=READ, summary="List releases",
    operation_id="list_suspect_releases",
)  # fmt: skip
def releases(request: HttpRequest, number: str) -> HttpResponse:
    """Live releases of the record, for who may release it."""
    suspect = _found(request, "release", number)
    return answer(schemas.ReleasesOut(items=[release_out(each) for each in releasing.live_of(suspect)]))


@router.post(
    "/{number}/releases", response={201: schemas.ReleaseOut}, auth=WRITE, summary="Release to an agency",
    operation_id="release_suspect", openapi_extra=ONCE,
)  # fmt: skip
@once
def release(request: HttpRequest, number: str, body: schemas.NewRelease) -> HttpResponse:
    """Let one agency read groups of the record until a moment; a supervisor's act."""
    suspect = _found(request, "read_summary", number)
    terms = Terms(
        body.agency, frozenset(body.groups), frozenset(body.purposes), body.authority, body.expires_at
    )  # fmt: skip
    return answer(release_out(release_record(asking(request), suspect, terms)), 201)


@router.post(
    "/{number}/releases/{key}/recall", response=schemas.ReleaseOut, auth=WRITE, summary="Recall a release",
    operation_id="recall_suspect_release", openapi_extra=ONCE,
)  # fmt: skip
@once
def recall(request: HttpRequest, number: str, key: Key) -> HttpResponse:
    """End a release now; what was read stays read."""
    suspect = _found(request, "read_summary", number)
    return answer(release_out(recall_record(asking(request), suspect, key)))


def _found(request: HttpRequest, action: str, number: str) -> Suspect:
    found: Suspect = access.find(asking(request), action, Suspect.kind, number)
    return found


def _part(request: HttpRequest, number: str, part: str, key: int, known: Any) -> Any:
    suspect = _found(request, "edit", number)
    row = part_in(asking(request), suspect, part, key) if part in known else None
    if row is None:
        raise Hidden
    return row


def _said(body: schemas.SuspectSaid) -> dict[str, Any]:
    return {"source": body.source, "certainty": body.certainty}


def _shown(request: HttpRequest, number: str, status: int = 200) -> HttpResponse:
    suspect = _found(request, "read_summary", number)
    return answer(suspect_out(suspect, whole=True), status, {"ETag": f'"{suspect.version}"'})
