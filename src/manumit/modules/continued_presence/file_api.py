"""Files for programs: a table of requests; attachments kept, listed, opened for a reason, closed, as on the page."""

from typing import Any

from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from ninja import File, Form, P, PathEx, Router, UploadedFile
from ninja.errors import HttpError

from manumit.spine import access
from manumit.spine.access import Hidden
from manumit.spine.access.middleware import asking
from manumit.spine.records.files import BadFile, FileGone
from manumit.spine.ui.api.answers import ONCE, answer, once
from manumit.spine.ui.api.authentication import may
from manumit.spine.ui.api.uploads import demand_declared, received

from . import file_schemas, filing_table, questions, schemas
from .actions.attach_file import attach_file
from .actions.file_table import file_table
from .actions.open_file import open_file, set_aside, withdraw_file
from .models import PresenceRequest, RequestFile
from .representing import presence_out
from .sending_files import sent_as_file

router = Router()
READ, WRITE = may("continued_presence:read"), may("continued_presence:write")
BINARY: dict[str, Any] = {"content": {"*/*": {"schema": {"type": "string", "format": "binary"}}}}
Key = PathEx[int, P(ge=1, le=2**63 - 1)]


@router.post(
    "/{number}/files/content", response={201: file_schemas.PresenceFile}, auth=WRITE, summary="Attach a file",
    operation_id="attach_presence_file", openapi_extra=ONCE,
)  # fmt: skip
@once
def attach(
    request: HttpRequest, number: str, body: Form[file_schemas.PresenceAttached], file: File[UploadedFile]
) -> HttpResponse:
    """Attach a file, sent as multipart/form-data and encrypted as it arrives: no name is kept, `words` are sealed."""
    actor, record = asking(request), _found(request, "seal", number)
    demand_declared(request, file_schemas.PresenceAttached.model_fields, lawful=body.lawful)
    row = attach_file(actor, record, body.file_kind, received(file), words=body.words)
    return answer(_told(row), 201)


@router.post(
    "/table/content", response={201: file_schemas.PresenceTable}, auth=WRITE, summary="File a table",
    operation_id="file_presence_table", openapi_extra=ONCE,
)  # fmt: skip
@once
def table(request: HttpRequest, file: File[UploadedFile]) -> HttpResponse:
    """File every row of a CSV, one victim each, or nothing: columns are the questions, `operation` and `region`."""
    actor = asking(request)
    made = file_table(actor, filing_table.read(_clear(file)))
    told = [[presence_out(actor, _found(request, "read_summary", each.number)) for each in batch] for batch in made]
    filed = [schemas.PresenceFiled(operation=requests[0].operation, requests=requests) for requests in told]
    return answer(file_schemas.PresenceTable(operations=filed), 201)


@router.get(
    "/{number}/files", response=file_schemas.PresenceFiles, auth=READ, summary="List attachments",
    operation_id="list_presence_files",
)  # fmt: skip
def files(request: HttpRequest, number: str) -> HttpResponse:
    """What is attached: kinds, sizes and days, those withdrawn or set aside too."""
    record = _found(request, "read_identity", number)
    rows = questions.files_of(asking(request), record)
    return answer(file_schemas.PresenceFiles(files=[_told(row) for row in rows]))


@router.post(
    "/{number}/files/{key}/open", auth=READ, summary="Open an attachment", operation_id="open_presence_file",
    openapi_extra={"responses": {"200": BINARY, "409": {"description": "It is not opened."}}},
)  # fmt: skip
def open_content(request: HttpRequest, number: str, body: schemas.PresenceNeed, key: Key) -> HttpResponseBase:
    """The content, as its own media type, once it is logged who opens it and what for."""
    row = _file(request, "read_identity", number, key)
    try:
        return sent_as_file(row, open_file(asking(request), row, body.note))
    except FileGone as gone:
        raise HttpError(409, str(gone)) from None


@router.post(
    "/{number}/files/{key}/withdraw", response=file_schemas.PresenceFile, auth=WRITE,
    summary="Withdraw an attachment", operation_id="withdraw_presence_file", openapi_extra=ONCE,
)  # fmt: skip
@once
def withdraw(request: HttpRequest, number: str, key: Key) -> HttpResponse:
    """Let nobody open a file that was attached in error."""
    withdraw_file(asking(request), _file(request, "seal", number, key))
    return answer(_told(_file(request, "seal", number, key)))


@router.post(
    "/{number}/files/{key}/report", response=file_schemas.PresenceFile, auth=READ,
    summary="Set a suspected attachment aside", operation_id="report_presence_file", openapi_extra=ONCE,
)  # fmt: skip
@once
def report(request: HttpRequest, number: str, key: Key) -> HttpResponse:
    """Close a suspected file to everybody, at once and unviewed."""
    set_aside(asking(request), _file(request, "read_identity", number, key))
    return answer(_told(_file(request, "read_identity", number, key)))


def _clear(file: UploadedFile) -> bytes:
    """Return what a table holds; it is read and not kept."""
    try:
        return received(file).whole(filing_table.MOST_BYTES)
    except BadFile as bad:
        raise ValidationError({"file": [str(bad)]}) from None


def _told(row: RequestFile) -> file_schemas.PresenceFile:
    state: file_schemas.State = "withdrawn" if row.withdrawn_at else "set_aside" if row.quarantined_at else "kept"
    return file_schemas.PresenceFile(
        id=row.pk, file_kind=row.file_kind, media_type=row.media_type, size=row.size, added_at=row.added_at, state=state
    )


def _found(request: HttpRequest, act: str, number: str) -> PresenceRequest:
    found: PresenceRequest = access.find(asking(request), act, PresenceRequest.kind, number)
    return found


def _file(request: HttpRequest, act: str, number: str, key: int) -> RequestFile:
    rows = questions.files_of(asking(request), _found(request, act, number))
    row = next((each for each in rows if each.pk == key), None)
    if row is None:
        raise Hidden
    return row
