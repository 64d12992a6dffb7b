"""The case catalogue for programs. Every operation calls the action or question that the page of that name calls."""

from typing import Any, Literal

from django.http import HttpRequest, HttpResponse
from ninja import Query, Router, Schema
from ninja.errors import ValidationError as Malformed
from pydantic import Field

from manumit.spine.access import Hidden
from manumit.spine.access.pages import Page
from manumit.spine.audit import questions as log
from manumit.spine.identity.actor import Actor
from manumit.spine.ui.api.answers import ONCE, VERSIONED, answer, expected_version, once

from . import answer_schemas, file_api, filters, questions, ranking, representing, schemas, sealed_api
from .actions.add_agency import add_agency
from .actions.add_number import add_number
from .actions.add_person import add_person
from .actions.edit_case import edit_case
from .actions.edit_person import edit_person
from .actions.look_at_case import look_at_case
from .actions.move_case import move_case
from .actions.open_case import Report, open_case
from .finding import READ, WRITE, actor_of_program, answered, found, said, sent, shown, tag
from .models import Case
from .part_api import add_routes

router = Router()
MOST = 100


class CaseFilters(Schema):
    """The filters of the list; each may be given several times. `after` continues a page."""

    state: list[str] = []
    type: list[str] = []
    number: list[str] = Field([], description="Ours in any writing, or another system's whole number")
    q: list[str] = Field([], description="Names of people in the case, where you may read them; forgives spelling")
    text: list[str] = Field([], description='Words in what you may read: `tattoo "red truck" ford* -white`')
    place: list[str] = Field([], description="Postal code of the state last seen in, ZZ for not known")
    county: list[str] = []
    near: list[str] = Field([], description="`Big Horn, MT, 50` or `45.6, -107.5, 50`: kilometers last")
    from_: list[str] = Field([], alias="from", description="Last seen on or after this day")
    to: list[str] = Field([], description="Last seen on or before this day")
    acute: list[str] = Field([], description="`yes`: only cases in which a life may be in danger")
    review: list[str] = Field([], description="Suspended cases to be reviewed on or before this day")
    outcome: list[str] = []
    land: list[str] = Field([], description="On Tribal land: yes, no, unknown")
    category: list[str] = Field([], description="Category of a missing person")
    lack: list[str] = Field([], description="What the cases lack, such as `dna` or `photograph`")
    owner: list[str] = Field([], description="Id of the agency that owns the case")
    order: Literal["newest", "match"] = Field(
        "newest", description="`match`: best answers first, for words or names that at most 200 cases answer"
    )
    after: str | None = None
    limit: int = Field(25, ge=1, le=MOST)


class Older(Schema):
    """Where to continue: the `next` of the page before."""

    before: int | None = Field(None, ge=1, le=2**63 - 1)


@router.get(
    "/", response=answer_schemas.CaseList, auth=READ, summary="List cases, newest first", operation_id="list_cases"
)
def list_cases(request: HttpRequest, query: Query[CaseFilters]) -> HttpResponse:
    """Cases you may see, newest first or by `order`, narrowed by the page's filters; unknown parameters are refused."""
    actor, narrowing = actor_of_program(request), filters.parse(request.GET)
    wrong = {name: str(text) for name, text in narrowing.errors.items()}
    wrong.update(dict.fromkeys(set(request.GET) - KNOWN, "There is no such parameter."))
    if wrong:
        raise Malformed([{"loc": ("query", name), "msg": text} for name, text in wrong.items()])
    page = _in_order(actor, narrowing, query)
    count = questions.count_cases(actor, narrowing)
    return answer(representing.list_out(page, count, narrowing, questions.agency_names()))


def _in_order(actor: Actor, narrowing: filters.Narrowing, query: CaseFilters) -> Page[Case]:
    if query.order == "newest":
        return questions.list_cases(actor, narrowing, after=query.after or None, limit=query.limit)
    ranked = ranking.asked_for(narrowing) and ranking.list_ranked(
        actor, narrowing, after=query.after or "", limit=query.limit
    )
    if not ranked:
        text = f"Ask for words or names that at most {ranking.MOST} cases answer."
        raise Malformed([{"loc": ("query", "order"), "msg": text}])
    return ranked


@router.post(
    "/",
    response={201: answer_schemas.CaseOut},
    auth=WRITE,
    summary="Open a case",
    operation_id="open_case",
    openapi_extra=ONCE,
)
@once
def create_case(request: HttpRequest, body: schemas.NewCase) -> HttpResponse:
    """Open a case owned by your agency, in intake; there is no waiting period."""
    people = [sent(person) for person in body.people]
    case = open_case(actor_of_program(request), Report(sent(body.case), body.source, people, body.certainty))
    return shown(request, case.number, 201)


@router.get("/{number}", response=answer_schemas.CaseOut, auth=READ, summary="Read a case", operation_id="read_case")
def read_case(request: HttpRequest, number: str) -> HttpResponse:
    """The case with the groups you may read, each value with its provenance. The owner sees that you looked."""
    case = found(request, "read_summary", number)
    look_at_case(actor_of_program(request), case)
    return answered(request, case)


@router.patch(
    "/{number}",
    response=answer_schemas.CaseOut,
    auth=WRITE,
    summary="Change a case",
    operation_id="change_case",
    openapi_extra=VERSIONED,
)
def change_case(request: HttpRequest, number: str, body: schemas.CaseChange) -> HttpResponse:
    """Write the values sent, with their source."""
    case = found(request, "edit", number)
    edit_case(
        actor_of_program(request), case, sent(body.changes), expected_version=expected_version(request), **said(body)
    )
    return shown(request, number)


@router.post(
    "/{number}/moves",
    response=answer_schemas.CaseOut,
    auth=WRITE,
    summary="Take a step of the procedure",
    operation_id="move_case",
    openapi_extra={"parameters": [*ONCE["parameters"], *VERSIONED["parameters"]]},
)
@once
def take_step(request: HttpRequest, number: str, body: schemas.Move) -> HttpResponse:
    """Move the case; `steps` of the case say which steps lead on, and what stands against the others."""
    case = found(request, "read_summary", number)
    answers: dict[str, Any] = {
        name: getattr(body, name) for name in ("outcome", "confirmed_by", "review_on") if name in body.model_fields_set
    }
    version = expected_version(request)
    try:
        move_case(
            actor_of_program(request),
            case,
            body.step,
            expected_version=version,
            reason=body.reason,
            words=body.words,
            answers=answers,
        )
    except LookupError:
        raise Malformed([{"loc": ("body", "step"), "msg": "There is no such step."}]) from None
    return shown(request, number)


@router.post(
    "/{number}/people",
    response={201: answer_schemas.PersonOut},
    auth=WRITE,
    summary="Add a person",
    operation_id="add_person",
    openapi_extra=ONCE,
)
@once
def create_person(request: HttpRequest, number: str, body: schemas.AddPerson) -> HttpResponse:
    """Add a person to the case."""
    case = found(request, "edit", number)
    person = add_person(actor_of_program(request), case, sent(body.person), **said(body))
    return answer(representing.person_out(case, person), 201, tag(case))


@router.patch(
    "/{number}/people/{person_id}",
    response=answer_schemas.PersonOut,
    auth=WRITE,
    summary="Correct a person",
    operation_id="change_person",
    openapi_extra=VERSIONED,
)
def change_person(request: HttpRequest, number: str, person_id: int, body: schemas.PersonChange) -> HttpResponse:
    """Write the values sent, with their source. If-Match is the case's version."""
    actor, case = actor_of_program(request), found(request, "edit", number)
    person = questions.person_in(actor, case, person_id) if 0 < person_id < 2**63 else None
    if person is None:
        raise Hidden
    person.case = case
    edit_person(actor, person, sent(body.changes), expected_version=expected_version(request), **said(body))
    return answer(representing.person_out(case, person), 200, tag(case))


@router.post(
    "/{number}/agencies",
    response={201: answer_schemas.CaseAgencyOut},
    auth=WRITE,
    summary="Note an agency",
    operation_id="add_agency",
    openapi_extra=ONCE,
)
@once
def create_agency(request: HttpRequest, number: str, body: schemas.AddAgency) -> HttpResponse:
    """Note an agency's part; it gains no right to see the case by this."""
    case = found(request, "edit", number)
    row = add_agency(actor_of_program(request), case, body.model_dump(exclude={"source", "certainty"}), **said(body))
    return answer(answer_schemas.CaseAgencyOut.model_validate(row), 201, tag(case))


@router.post(
    "/{number}/numbers",
    response={201: answer_schemas.NumberOut},
    auth=WRITE,
    summary="Note a number of another system",
    operation_id="add_number",
    openapi_extra=ONCE,
)
@once
def create_number(request: HttpRequest, number: str, body: schemas.AddNumber) -> HttpResponse:
    """Note the number NamUs, NCIC or another system gave this case."""
    case = found(request, "edit", number)
    row = add_number(actor_of_program(request), case, body.scheme, body.value, **said(body))
    return answer(answer_schemas.NumberOut.model_validate(row), 201, tag(case))


@router.get(
    "/{number}/history",
    response=answer_schemas.History,
    auth=READ,
    summary="Read the history",
    operation_id="read_history",
)
def read_history(request: HttpRequest, number: str) -> HttpResponse:
    """All versions of the case, newest first."""
    case = found(request, "read_log", number)
    return answer(representing.history_out(questions.history_of(case)))


@router.get(
    "/{number}/readers", response=answer_schemas.Looks, auth=READ, summary="See who looked", operation_id="read_readers"
)
def read_readers(request: HttpRequest, number: str, query: Query[Older]) -> HttpResponse:
    """Who looked at the case, newest first."""
    case = found(request, "read_log", number)
    page = log.readers_of(Case.kind, case.pk, before=query.before)
    return answer(answer_schemas.Looks(items=[representing.look_out(act) for act in page.acts], next=page.older))


KNOWN = {*filters.FILTERS, "order", "after", "limit"}
add_routes(router)
router.add_router("", file_api.router)
router.add_router("", sealed_api.router)
