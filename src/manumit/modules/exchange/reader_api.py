"""Who read what an agency released, for programs: from the log, as the pages show it."""

import json

from django.http import HttpRequest, HttpResponse
from ninja import P, QueryEx, Router

from manumit.spine.access.middleware import asking
from manumit.spine.audit import lending
from manumit.spine.audit import questions as log
from manumit.spine.ui.api.answers import answer

from . import oversight_schemas
from .api_words import READ, record_of
from .reader_questions import demand_who_sees, numbers_of

router = Router()
Before = QueryEx[int | None, P(ge=1, le=2**63 - 1)]


@router.get("/", response=oversight_schemas.ReadsOut, auth=READ, summary="List who read", operation_id="list_readers")
def of_agency(request: HttpRequest, before: Before = None) -> HttpResponse:
    """Every read and export of anything your agency lent to others, newest first."""
    demand_who_sees(asking(request))
    return _shown(request, lending.reads_lent_by(asking(request).agency_id, before=before))


@router.get(
    "/{kind}/{number}", response=oversight_schemas.ReadsOut, auth=READ, summary="List who read a record",
    operation_id="list_readers_of_record",
)  # fmt: skip
def of_record(request: HttpRequest, kind: str, number: str, before: Before = None) -> HttpResponse:
    """Who read a record, newest first: for which agency and purpose, what, and by which release."""
    record = record_of(request, "read_log", kind, number)
    return _shown(request, log.readers_of(record.kind, record.pk, before=before))


def _shown(request: HttpRequest, page: log.Page) -> HttpResponse:
    numbers = numbers_of(asking(request), page)
    rows = [_read(act, numbers.get((act.kind, act.record_id), "")) for act in page.acts]
    return answer(oversight_schemas.ReadsOut(items=rows, before=page.older))


def _read(act: log.Act, number: str) -> oversight_schemas.ReadOut:
    told = json.loads(act.detail)
    named = {name: told.get(name, []) for name in ("releases", "agreements")}
    same = {name: getattr(act, name) for name in ("at", "verb", "person", "agency", "purpose", "kind")}
    return oversight_schemas.ReadOut(
        id=act.entry_id, number=number, groups=told.get("groups") or [act.group], **named, **same
    )
