"""Tips for programs. Every operation calls the action or question that the page of that name calls."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from ninja import Router
from ninja.errors import HttpError
from ninja.errors import ValidationError as Malformed

from manumit.spine import access
from manumit.spine.access import Hidden
from manumit.spine.access.finding import find_of_any_kind
from manumit.spine.access.middleware import asking
from manumit.spine.ui.api.answers import KEY, KEY_HEADER, ONCE, VERSIONED, answer, expected_version, once
from manumit.spine.ui.api.authentication import may

from . import schemas
from .actions.answer_giver import answer_giver
from .actions.arrival import Arrival
from .actions.give_to import give_to
from .actions.link_case import link_case
from .actions.look_at_tip import look_at_tip
from .actions.move_tip import move_tip
from .actions.record_tip import record_tip
from .actions.sealed_groups import GIVER, reveal
from .choices import TAKEN_BY_STAFF, Danger
from .form_token import FormToken
from .models import Tip
from .models.tip import CONTENT
from .procedure import TIP
from .questions import Narrowing, colleagues, list_tips
from .representing import tip_out

router = Router()
READ, WRITE = may("tips:read"), may("tips:write")
ONCE_VERSIONED: dict[str, Any] = {"parameters": [*ONCE["parameters"], *VERSIONED["parameters"]]}
ASKED = ("priority", "due_on", "duplicate_of", "referred_to")
SEALABLE = frozenset(Tip.sealed_fields["giver"]) - {"headers"}


@router.get("/", response=schemas.TipsOut, auth=READ, summary="List tips", operation_id="list_tips")
def tips(request: HttpRequest, after: str | None = None, state: str = "") -> HttpResponse:
    """Tips you may see, newest first; with `state` those of one disposition."""
    page = list_tips(asking(request), Narrowing(_sound(state)), after=after or None)
    return answer(schemas.TipsOut(items=[tip_out(tip) for tip in page.rows], next=page.next_key))


@router.get("/{number}", response=schemas.TipOut, auth=READ, summary="Read a tip", operation_id="read_tip")
def read(request: HttpRequest, number: str) -> HttpResponse:
    """The tip with the groups you may read, what was written since, and its cases; that you looked is logged."""
    tip = _found(request, "read_summary", number)
    look_at_tip(asking(request), tip)
    return _shown(request, number)


@router.post(
    "/", response={201: schemas.ReceiptOut}, auth=WRITE, summary="Write a tip down", operation_id="record_tip",
    openapi_extra=ONCE,
)  # fmt: skip
def record(request: HttpRequest, body: schemas.NewTip) -> HttpResponse:
    """Keep what somebody told your agency; number and secret are in this answer and kept nowhere.

    The same Idempotency-Key gets the same answer: it is made again, not stored, for it holds the secret.
    """
    given = body.model_dump()
    _demand_known("channel", body.channel, {code for code, _ in TAKEN_BY_STAFF})
    _demand_known("danger", body.danger, set(Danger.values))
    for name in body.giver:
        _demand_known("giver", name, set(SEALABLE))
    said = {name: given[name] for name in CONTENT if name in given}
    told = record_tip(asking(request), Arrival(body.channel, said, body.giver, body.danger), _form(request))
    return answer(schemas.ReceiptOut(number=told.number, secret=told.secret), 201)


@router.post(
    "/{number}/messages", response={201: schemas.TipOut}, auth=WRITE, summary="Answer the giver",
    operation_id="answer_tip", openapi_extra=ONCE,
)  # fmt: skip
@once
def reply(request: HttpRequest, number: str, body: schemas.TipNewAnswer) -> HttpResponse:
    """Leave an answer for whoever has number and secret."""
    answer_giver(asking(request), _found(request, "move", number), body.text)
    return _shown(request, number, 201)


@router.post(
    "/{number}/cases", response={201: schemas.TipOut}, auth=WRITE, summary="Link it to a case",
    operation_id="link_tip", openapi_extra=ONCE,
)  # fmt: skip
@once
def link(request: HttpRequest, number: str, body: schemas.TipNewLink) -> HttpResponse:
    """Say that the tip may concern a case."""
    tip = _found(request, "edit", number)
    case = find_of_any_kind(asking(request), "work", _sound(body.case_kind), _sound(body.case_number))
    link_case(asking(request), tip, case, note=body.note)
    return _shown(request, number, 201)


@router.post(
    "/{number}/steps", response={201: schemas.TipOut}, auth=WRITE, summary="Move it", operation_id="move_tip",
    openapi_extra=ONCE_VERSIONED,
)  # fmt: skip
@once
def move(request: HttpRequest, number: str, body: schemas.TipNewStep) -> HttpResponse:
    """Take a step of the procedure."""
    _demand_known("step", body.step, set(TIP.by_name))
    tip, version = _found(request, "read_summary", number), expected_version(request)
    asked = TIP.transition(body.step).asks
    answers = {name: getattr(body, name) for name in ASKED if name in asked or getattr(body, name) is not None}
    move_tip(
        asking(request), tip, body.step, expected_version=version, reason=body.reason, words=body.words,
        answers=answers,
    )  # fmt: skip
    return _shown(request, number, 201)


@router.post(
    "/{number}/assignee", response={201: schemas.TipOut}, auth=WRITE, summary="Give it to somebody",
    operation_id="give_tip", openapi_extra=ONCE_VERSIONED,
)  # fmt: skip
@once
def give(request: HttpRequest, number: str, body: schemas.Given) -> HttpResponse:
    """Give the tip to a colleague."""
    tip, version = _found(request, "edit", number), expected_version(request)
    member = next((each for each in colleagues(asking(request)) if each.person_id == body.person), None)
    if member is None:
        raise Malformed([{"loc": ("body", "person"), "msg": "Nobody of your agency has this id."}])
    give_to(asking(request), tip, member, expected_version=version, due_on=body.due_on)
    return _shown(request, number, 201)


@router.post(
    "/{number}/giver", response=schemas.SealedOut, auth=READ, summary="Read who gave it", operation_id="read_tip_giver"
)
def giver(request: HttpRequest, number: str, body: schemas.TipNeed) -> HttpResponse:
    """Log what you need it for, then show who gave the tip and how they are reached safely."""
    values = reveal(asking(request), _found(request, "read_giver", number), GIVER, body.note)
    return answer(schemas.SealedOut(values=values))


def _form(request: HttpRequest) -> FormToken | None:
    """Return the form that the request's Idempotency-Key names, each person's own. Raises HttpError for no key."""
    key = request.headers.get(KEY_HEADER)
    if key is None:
        return None
    if not KEY.fullmatch(key):
        raise HttpError(400, f"{KEY_HEADER} is 1 to 100 characters of ASCII without spaces.")
    actor = asking(request)
    return FormToken(f"api|{actor.person_id}|{actor.agency_id}|{key}")


def _demand_known(name: str, value: str, known: set[str]) -> None:
    if value not in known:
        raise Malformed([{"loc": ("body", name), "msg": f"One of: {', '.join(sorted(known))}."}])


def _found(request: HttpRequest, action: str, number: str) -> Tip:
    found: Tip = access.find(asking(request), action, Tip.kind, _sound(number))
    return found


def _sound(text: str) -> str:
    if "\x00" in text:
        raise Hidden
    return text


def _shown(request: HttpRequest, number: str, status: int = 200) -> HttpResponse:
    tip = _found(request, "read_summary", number)
    return answer(tip_out(tip, whole=True), status, {"ETag": f'"{tip.version}"'})
