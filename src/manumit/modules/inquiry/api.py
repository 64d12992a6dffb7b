"""Inquiries for programs. Every operation calls the action or question that the page of that name calls."""

from django.http import HttpRequest, HttpResponse
from ninja import Router

from manumit.spine import access
from manumit.spine.access import Hidden
from manumit.spine.access.finding import find_of_any_kind
from manumit.spine.access.middleware import asking
from manumit.spine.records.askable import Question
from manumit.spine.ui.api.answers import ONCE, answer, once
from manumit.spine.ui.api.authentication import may

from . import schemas
from .actions.ask import ask
from .actions.look_at_inquiry import look_at_inquiry
from .models import Inquiry
from .questions import is_barred, list_inquiries
from .representing import hits_out, inquiry_out, line_out

router = Router()
READ, WRITE = may("inquiry:read"), may("inquiry:write")


@router.get("/", response=schemas.InquiriesOut, auth=READ, summary="List inquiries", operation_id="list_inquiries")
def inquiries(request: HttpRequest, after: str | None = None) -> HttpResponse:
    """What your agency asked, newest first."""
    page = list_inquiries(asking(request), after=after or None)
    return answer(schemas.InquiriesOut(items=[line_out(each) for each in page.rows], next=page.next_key))


@router.get("/hits", response=schemas.HitsOut, auth=READ, summary="List hits", operation_id="list_inquiry_hits")
def hits(request: HttpRequest) -> HttpResponse:
    """Inquiries of other agencies that met records of yours which are pointers."""
    return answer(hits_out(asking(request)))


@router.get("/{number}", response=schemas.InquiryOut, auth=READ, summary="Read an inquiry", operation_id="read_inquiry")
def read(request: HttpRequest, number: str) -> HttpResponse:
    """What was asked, for which case and why, and what answered."""
    inquiry = _found(request, number)
    look_at_inquiry(asking(request), inquiry)
    return answer(inquiry_out(asking(request), inquiry))


@router.post(
    "/", response={201: schemas.InquiryOut}, auth=WRITE, summary="Ask other agencies", operation_id="ask_agencies",
    openapi_extra=ONCE,
)  # fmt: skip
@once
def ask_agencies(request: HttpRequest, body: schemas.NewInquiry) -> HttpResponse:
    """Ask, for a case of yours. What is restricted answers as what does not exist."""
    given = body.model_dump()
    kind, number, because = (given.pop(name) for name in ("case_kind", "case_number", "because"))
    case = find_of_any_kind(asking(request), "work", kind, number)
    made = ask(asking(request), case, Question(**given), because=because)
    told = inquiry_out(asking(request), _found(request, made.number), whole=False)
    return answer(told, 201, {"Location": f"/api/v1/inquiry/{made.number}"})


def _found(request: HttpRequest, number: str) -> Inquiry:
    found: Inquiry = access.find(asking(request), "read_summary", Inquiry.kind, number)
    if is_barred(asking(request), found):
        raise Hidden
    return found
