"""Evidence for programs. Every operation calls the action or question that the page of that name calls."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from ninja import P, PathEx, Router
from ninja.errors import ValidationError as Malformed

from manumit.spine import access
from manumit.spine.access import Hidden
from manumit.spine.access.finding import find_of_any_kind
from manumit.spine.access.middleware import asking
from manumit.spine.ui.api.answers import ONCE, VERSIONED, answer, expected_version, once
from manumit.spine.ui.api.authentication import may
from manumit.spine.workflow.actions.ask_approval import ask_approval

from . import schemas
from .actions.break_seal import break_seal
from .actions.collect_item import Collected, collect_item
from .actions.edit_item import edit_item
from .actions.hand_over import Handover, hand_over
from .actions.passing_on import DISPOSE
from .actions.record_result import Reported, record_result
from .actions.seal_item import seal_item
from .actions.set_keeping import set_keeping
from .actions.submit_to_lab import submit_to_lab
from .choices import HandKind
from .hand import Hand
from .models import EvidenceItem, LabSubmission
from .questions import list_items
from .representing import item_out

router = Router()
READ, WRITE = may("evidence:read"), may("evidence:write")
Key = PathEx[int, P(ge=1, le=2**63 - 1)]
ONCE_VERSIONED: dict[str, Any] = {"parameters": [*ONCE["parameters"], *VERSIONED["parameters"]]}


@router.get("/", response=schemas.ItemsOut, auth=READ, summary="List evidence", operation_id="list_evidence")
def items(request: HttpRequest, after: str | None = None) -> HttpResponse:
    """Items you may see, newest first."""
    page = list_items(asking(request), after=after or None)
    return answer(schemas.ItemsOut(items=[item_out(item) for item in page.rows], next=page.next_key))


@router.get("/{number}", response=schemas.ItemOut, auth=READ, summary="Read an item", operation_id="read_evidence")
def read(request: HttpRequest, number: str) -> HttpResponse:
    """The item with the groups you may read, its chain and what laboratories found."""
    return _shown(request, number)


@router.post(
    "/", response={201: schemas.ItemOut}, auth=WRITE, summary="Take into evidence", operation_id="collect_evidence",
    openapi_extra=ONCE,
)  # fmt: skip
@once
def collect(request: HttpRequest, body: schemas.NewItem) -> HttpResponse:
    """Take an item into evidence; it is then in your hand."""
    given = body.model_dump()
    kind, number = given.pop("case_kind"), given.pop("case_number")
    case = find_of_any_kind(asking(request), "work", kind, number)
    return _shown(request, collect_item(asking(request), case, Collected(**given)).number, 201)


@router.post(
    "/{number}/steps", response={201: schemas.ItemOut}, auth=WRITE, summary="Pass it on",
    operation_id="pass_evidence", openapi_extra=ONCE_VERSIONED,
)  # fmt: skip
@once
def pass_on(request: HttpRequest, number: str, body: schemas.NewStep) -> HttpResponse:
    """Add the next hand to the chain."""
    item, actor, version = _found(request, "move", number), asking(request), expected_version(request)
    names = ("reason", "passed_at", "seal_found", "receipt", "received_by", "witness")
    given = Handover(to=_hand(body), **{name: getattr(body, name) for name in names})
    if body.examination:
        submit_to_lab(actor, item, given, examination=body.examination, expected_version=version)
    else:
        hand_over(actor, item, given, expected_version=version)
    return _shown(request, number, 201)


@router.post(
    "/{number}/seals", response={201: schemas.ItemOut}, auth=WRITE, summary="Seal it", operation_id="seal_evidence",
    openapi_extra=ONCE_VERSIONED,
)  # fmt: skip
@once
def seal(request: HttpRequest, number: str, body: schemas.NewSeal) -> HttpResponse:
    """Put a seal on an item in your hand."""
    item, version = _found(request, "move", number), expected_version(request)
    seal_item(asking(request), item, seal_number=body.seal_number, expected_version=version)
    return _shown(request, number, 201)


@router.post(
    "/{number}/seals/break", response=schemas.ItemOut, auth=WRITE, summary="Break its seal",
    operation_id="break_evidence_seal", openapi_extra=ONCE_VERSIONED,
)  # fmt: skip
@once
def unseal(request: HttpRequest, number: str, body: schemas.EvidenceBecause) -> HttpResponse:
    """Break the seal of an item in your hand."""
    item, version = _found(request, "move", number), expected_version(request)
    break_seal(asking(request), item, because=body.because, expected_version=version)
    return _shown(request, number)


@router.post(
    "/{number}/submissions/{key}/result", response={201: schemas.ItemOut}, auth=WRITE, summary="Record a result",
    operation_id="record_evidence_result", openapi_extra=ONCE,
)  # fmt: skip
@once
def result(request: HttpRequest, number: str, body: schemas.NewResult, key: Key) -> HttpResponse:
    """Keep what a laboratory reported; a second one corrects the first and leaves it standing."""
    item = _found(request, "edit", number)
    submission = LabSubmission.objects.visible_to(asking(request)).filter(item=item, pk=key).first()
    if submission is None:
        raise Hidden
    record_result(asking(request), submission, Reported(**body.model_dump()))
    return _shown(request, number, 201)


@router.patch(
    "/{number}", response=schemas.ItemOut, auth=WRITE, summary="Correct an item", operation_id="edit_evidence",
    openapi_extra=VERSIONED,
)  # fmt: skip
def edit(request: HttpRequest, number: str, body: schemas.Changes) -> HttpResponse:
    """Write what is sent; what stood before stays in the history. Who has it changes by the chain alone."""
    item, version = _found(request, "edit", number), expected_version(request)
    changes = body.model_dump(exclude_unset=True, exclude={"source"})
    edit_item(asking(request), item, changes, expected_version=version, source=body.source)
    return _shown(request, number)


@router.post(
    "/{number}/keeping", response=schemas.ItemOut, auth=WRITE, summary="Say how long it is kept",
    operation_id="keep_evidence", openapi_extra=ONCE_VERSIONED,
)  # fmt: skip
@once
def keep(request: HttpRequest, number: str, body: schemas.NewKeeping) -> HttpResponse:
    """Keep an item through a day, or for ever, by an authority; a supervisor's act."""
    item, version = _found(request, "supervise", number), expected_version(request)
    set_keeping(asking(request), item, **body.model_dump(), expected_version=version)
    return _shown(request, number)


@router.post(
    "/{number}/disposal", response={201: schemas.ItemOut}, auth=WRITE, summary="Ask to dispose of it",
    operation_id="ask_evidence_disposal", openapi_extra=ONCE,
)  # fmt: skip
@once
def ask_disposal(request: HttpRequest, number: str, body: schemas.NewDisposal) -> HttpResponse:
    """Ask a supervisor to approve its disposal."""
    item = _found(request, "work", number)
    ask_approval(asking(request), item, question=body.question, role="supervisor", about=DISPOSE)
    return _shown(request, number, 201)


def _hand(body: schemas.NewStep) -> Hand:
    try:
        kind = HandKind(body.hand)
        return Hand.person(int(body.to)) if kind == HandKind.PERSON else Hand(kind, body.to)
    except ValueError:
        raise Malformed([{"loc": ("body", "to"), "msg": "Name a kind of hand, and which."}]) from None


def _found(request: HttpRequest, action: str, number: str) -> EvidenceItem:
    found: EvidenceItem = access.find(asking(request), action, "evidence", number)
    return found


def _shown(request: HttpRequest, number: str, status: int = 200) -> HttpResponse:
    item = _found(request, "read_summary", number)
    return answer(item_out(item, whole=True), status, {"ETag": f'"{item.version}"'})
