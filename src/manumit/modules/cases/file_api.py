"""Files of a case for programs: send one, get a link, open it by the link; the same actions as the pages."""

from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.utils.translation import gettext as _
from ninja import File, Form, Query, Router, UploadedFile
from ninja.errors import HttpError

from manumit.spine.access import Hidden
from manumit.spine.records.files import FileGone, links
from manumit.spine.ui.api.answers import ONCE, answer, once
from manumit.spine.ui.api.uploads import demand_declared, received

from . import answer_schemas, file_schemas, representing
from .actions.add_file import add_file
from .actions.open_file import NotOpened, demand_openable, open_file
from .actions.quarantine_file import quarantine_file
from .choices import FileKind
from .finding import READ, WRITE, actor_of_program, found, said, shown, tag
from .models import Case, CaseFile
from .part_api import row_in
from .sending import sent_as_file

router = Router()
GROUP = f"read_{CaseFile.scoped_through.group}"
BINARY = {"schema": {"type": "string", "format": "binary"}}


@router.post(
    "/{number}/files/content",
    response={201: answer_schemas.PartOut},
    auth=WRITE,
    openapi_extra=ONCE,
    summary="Attach a file",
    operation_id="add_file",
)
@once
def attach(
    request: HttpRequest, number: str, body: Form[file_schemas.NewFile], file: File[UploadedFile]
) -> HttpResponse:
    """Attach the file, sent as multipart/form-data. Its content tells what it is; it is encrypted as it arrives."""
    case = found(request, "edit", number)
    demand_declared(request, file_schemas.NewFile.model_fields, lawful=body.lawful)
    values = body.model_dump(exclude={"source", "certainty", "lawful"}, exclude_unset=True)
    row = add_file(actor_of_program(request), case, values, received(file), **said(body))
    return answer(representing.part_out(case, row), 201, tag(case))


@router.post(
    "/{number}/files",
    response={201: answer_schemas.PartOut},
    auth=WRITE,
    openapi_extra=ONCE,
    summary="Note what a custodian keeps",
    operation_id="add_file_reference",
)
@once
def refer(request: HttpRequest, number: str, body: file_schemas.AddReference) -> HttpResponse:
    """Note material that is not kept here."""
    case = found(request, "edit", number)
    values = {**body.model_dump(exclude={"source", "certainty"}), "file_kind": FileKind.REFERENCE}
    row = add_file(actor_of_program(request), case, values, None, **said(body))
    return answer(representing.part_out(case, row), 201, tag(case))


@router.get(
    "/{number}/files/{part_id}/link",
    response=file_schemas.FileLink,
    auth=READ,
    summary="Get a link to a file",
    operation_id="link_file",
)
def link(request: HttpRequest, number: str, part_id: int) -> HttpResponse:
    """The address at which you, for the purpose you act for, can open the file for five minutes."""
    case, file = _file(request, number, part_id)
    try:
        stored = demand_openable(actor_of_program(request), case, file)
    except NotOpened as closed:
        raise HttpError(409, str(closed)) from None
    place = f"/api/v1/cases/{case.number}/files/{file.pk}/content?key={links.sign(request, stored.pk)}"
    return answer(
        file_schemas.FileLink(
            address=place, seconds=links.LASTS, media_type=stored.media_type, size=stored.size, sha256=stored.sha256
        )
    )


@router.get(
    "/{number}/files/{part_id}/content",
    auth=READ,
    summary="Open a file by its link",
    operation_id="open_file",
    openapi_extra={"responses": {"200": {"content": {"*/*": BINARY}}, "409": {"description": "It is not opened."}}},
)
def open_content(request: HttpRequest, number: str, part_id: int, query: Query[file_schemas.Key]) -> HttpResponseBase:
    """The content, as its own media type. The owner sees that you opened it: that is logged before the first byte."""
    _case, file = _file(request, number, part_id)
    if file.stored_id is None or not links.holds(request, file.stored_id, query.key):
        raise HttpError(403, _("This link has ended, or was made for another session or purpose. Open it anew."))
    try:
        return sent_as_file(file, open_file(actor_of_program(request), file))
    except (NotOpened, FileGone) as refused:
        raise HttpError(409, str(refused)) from None


@router.post(
    "/{number}/files/{part_id}/report",
    response=answer_schemas.CaseOut,
    auth=READ,
    openapi_extra=ONCE,
    summary="Set a suspected file aside",
    operation_id="report_file",
)
@once
def report(request: HttpRequest, number: str, part_id: int) -> HttpResponse:
    """Close a suspected file to everybody, the owner too, at once and unviewed."""
    _case, file = _file(request, number, part_id)
    quarantine_file(actor_of_program(request), file)
    return shown(request, number)


def _file(request: HttpRequest, number: str, part_id: int) -> tuple[Case, CaseFile]:
    case = found(request, GROUP, number)
    file = row_in(request, case, "files", part_id)
    if not isinstance(file, CaseFile):
        raise Hidden
    return case, file
