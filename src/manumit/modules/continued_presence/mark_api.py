"""Marks by program: which facts of a request come from the trafficker's side alone, and what bears them out."""

from typing import Annotated, Any

from django.http import HttpRequest, HttpResponse
from ninja import P, PathEx, Router
from pydantic import StringConstraints

from manumit.spine import access
from manumit.spine.access import Hidden
from manumit.spine.access.middleware import asking
from manumit.spine.ui.api.answers import ONCE, answer, once
from manumit.spine.ui.api.authentication import may

from . import mark_schemas as schemas
from .actions.mark_fact import corroborate_fact, mark_fact
from .actions.state_purpose import state_purpose
from .leaning import leaning_of, marks_of
from .models import Mark, PresenceRequest, VettingMark
from .schemas import PresenceNeed

router = Router()
READ, WRITE = may("continued_presence:read"), may("continued_presence:write")
Place = PathEx[int, P(ge=1, le=999)]
Sort = Annotated[str, StringConstraints(pattern="^(request|vetting)$")]


@router.post(
    "/{number}/facts", response=schemas.PresenceFacts, auth=READ, summary="Read the facts of a request",
    operation_id="read_presence_facts",
)  # fmt: skip
def facts(request: HttpRequest, number: str, body: PresenceNeed) -> HttpResponse:
    """Log what you need it for, then give each fact with its name and words, and whether it may be rested on."""
    actor, record = asking(request), _found(request, "work", number)
    state_purpose(actor, record, body.note)
    leaning = leaning_of(actor, record)
    told = [
        schemas.PresenceFact(
            name=fact.name, title=str(fact.title), words=fact.words, barred=fact.name in leaning.barred
        )
        for fact in leaning.facts
    ]
    return answer(schemas.PresenceFacts(facts=told))


@router.get("/{number}/marks", response=schemas.PresenceMarks, auth=READ, summary="List marked facts",
            operation_id="list_presence_marks")  # fmt: skip
def marks(request: HttpRequest, number: str) -> HttpResponse:
    """Facts by name, when they were marked and borne out; no word of them."""
    actor, record = asking(request), _found(request, "work", number)
    return answer(schemas.PresenceMarks(marks=[_told(row) for row in marks_of(actor, record)]))


@router.post(
    "/{number}/marks", response={201: schemas.PresenceMark}, auth=WRITE, summary="Mark a fact",
    operation_id="mark_presence_fact", openapi_extra=ONCE,
)  # fmt: skip
def mark(request: HttpRequest, number: str, body: schemas.PresenceMarking) -> HttpResponse:
    """Say that a fact comes from the trafficker's side alone: no adverse step can rest on it (8 USC 1367(a)(1))."""
    actor, record = asking(request), _found(request, "work", number)
    known = leaning_of(actor, record).facts

    @once
    def act(request: HttpRequest) -> HttpResponse:
        return answer(_told(mark_fact(actor, record, body.fact, body.words, facts=known)), 201)

    return act(request)


@router.post(
    "/{number}/marks/{sort}/{place}/corroboration", response={201: schemas.PresenceMark}, auth=WRITE,
    summary="Record what bears a marked fact out", operation_id="corroborate_presence_fact", openapi_extra=ONCE,
)  # fmt: skip
@once
def corroborate(
    request: HttpRequest, number: str, sort: Sort, place: Place, body: schemas.PresenceCorroboration
) -> HttpResponse:
    """Say who else bears it out: then somebody else than you may rest a step on it."""
    actor, record = asking(request), _found(request, "review", number)
    model: Any = VettingMark if sort == "vetting" else Mark
    row = model.objects.visible_to(actor).filter(request=record, place=place).first()
    if row is None:
        raise Hidden
    row.request = record
    return answer(_told(corroborate_fact(actor, row, body.words)), 201)


def _told(row: Mark | VettingMark) -> schemas.PresenceMark:
    return schemas.PresenceMark(
        sort="vetting" if isinstance(row, VettingMark) else "request", place=row.place, fact=row.fact,
        marked_at=row.marked_at, corroborated_at=row.corroborated_at,
    )  # fmt: skip


def _found(request: HttpRequest, act: str, number: str) -> PresenceRequest:
    if "\x00" in number:
        raise Hidden
    found: PresenceRequest = access.find(asking(request), act, PresenceRequest.kind, number)
    return found
