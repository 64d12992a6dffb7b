"""Tips for programs. Every operation calls the action or question that the page of that name calls."""

from django.http import HttpRequest, HttpResponse
from ninja import P, PathEx, Router
from ninja.errors import HttpError
from ninja.errors import ValidationError as Malformed

from manumit.spine.access import Hidden
from manumit.spine.access.finding import find_of_any_kind
from manumit.spine.access.middleware import asking
from manumit.spine.ui.api.answers import KEY, KEY_HEADER, ONCE, answer, expected_version, once

from . import schemas
from .actions.answer_giver import answer_giver
from .actions.arrival import Arrival
from .actions.give_to import give_to
from .actions.link_case import link_case, unlink_case
from .actions.look_at_tip import look_at_tip
from .actions.move_tip import move_tip
from .actions.record_tip import record_tip
from .api_words import ONCE_VERSIONED, READ, WRITE, demand_known, found, shown
from .choices import TAKEN_BY_STAFF, Danger
from .form_token import FormToken
from .handover_api import router as handovers
from .models import Tip, TipCase
from .models.tip import CONTENT
from .procedure import TIP
from .questions import Narrowing, colleagues, list_tips
from .representing import tip_out
from .sealed_api import router as sealed_groups

router = Router()
router.add_router("", sealed_groups)
router.add_router("/handovers", handovers)
ASKED = ("priority", "due_on", "duplicate_of", "referred_to")
Key = PathEx[int, P(ge=1, le=2**63 - 1)]
SEALABLE = frozenset(Tip.sealed_fields["giver"]) - {"headers"}


@router.get("/", response=schemas.TipsOut, auth=READ, summary="List tips", operation_id="list_tips")
def tips(request: HttpRequest, after: str | None = None, state: str = "") -> HttpResponse:
    """Tips you may see, newest first; with `state` those of one disposition."""
    page = list_tips(asking(request), Narrowing(state), after=after or None)
    return answer(schemas.TipsOut(items=[tip_out(tip) for tip in page.rows], next=page.next_key))


@router.get("/{number}", response=schemas.TipOut, auth=READ, summary="Read a tip", operation_id="read_tip")
def read(request: HttpRequest, number: str) -> HttpResponse:
    """The tip with the groups you may read, what was written since, and its cases; that you looked is logged."""
    tip = found(request, "read_summary", number)
    look_at_tip(asking(request), tip)
    return shown(request, number)


@router.post(
    "/", response={201: schemas.ReceiptOut}, auth=WRITE, summary="Write a tip down", operation_id="record_tip",
    openapi_extra=ONCE,
)  # fmt: skip
def record(request: HttpRequest, body: schemas.NewTip) -> HttpResponse:
    """Keep what somebody told your agency; number and secret are in this answer and kept nowhere.

    The same Idempotency-Key gets the same answer: it is made again, not stored, for it holds the secret.
    """
    given = body.model_dump()
    demand_known("channel", body.channel, {code for code, _ in TAKEN_BY_STAFF})
    demand_known("danger", body.danger, set(Danger.values))
    for name in body.giver:
        demand_known("giver", name, set(SEALABLE))
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
    answer_giver(asking(request), found(request, "move", number), body.text)
    return shown(request, number, 201)


@router.post(
    "/{number}/cases", response={201: schemas.TipOut}, auth=WRITE, summary="Link it to a case",
    operation_id="link_tip", openapi_extra=ONCE,
)  # fmt: skip
@once
def link(request: HttpRequest, number: str, body: schemas.TipNewLink) -> HttpResponse:
    """Say that the tip may concern a case."""
    tip = found(request, "edit", number)
    case = find_of_any_kind(asking(request), "work", body.case_kind, body.case_number)
    link_case(asking(request), tip, case, note=body.note)
    return shown(request, number, 201)


@router.post(
    "/{number}/cases/{key}/withdrawal", response={201: schemas.TipOut}, auth=WRITE, summary="Take a link away",
    operation_id="unlink_tip", openapi_extra=ONCE_VERSIONED,
)  # fmt: skip
@once
def unlink(request: HttpRequest, number: str, key: Key, body: schemas.TipUnlink) -> HttpResponse:
    """Say that the tip does not concern a case after all, and why; that it was linked stays known."""
    tip, version = found(request, "edit", number), expected_version(request)
    rows = TipCase.objects.visible_to(asking(request)).filter(tip=tip, withdrawn_at=None, pk=key)
    row = rows.select_related("tip").first()
    if row is None:
        raise Hidden
    unlink_case(asking(request), row, expected_version=version, reason=body.reason)
    return shown(request, number, 201)


@router.post(
    "/{number}/steps", response={201: schemas.TipOut}, auth=WRITE, summary="Move it", operation_id="move_tip",
    openapi_extra=ONCE_VERSIONED,
)  # fmt: skip
@once
def move(request: HttpRequest, number: str, body: schemas.TipNewStep) -> HttpResponse:
    """Take a step of the procedure."""
    demand_known("step", body.step, set(TIP.by_name))
    tip, version = found(request, "read_summary", number), expected_version(request)
    asked = TIP.transition(body.step).asks
    answers = {name: getattr(body, name) for name in ASKED if name in asked or getattr(body, name) is not None}
    move_tip(
        asking(request), tip, body.step, expected_version=version, reason=body.reason, words=body.words,
        answers=answers,
    )  # fmt: skip
    return shown(request, number, 201)


@router.post(
    "/{number}/assignee", response={201: schemas.TipOut}, auth=WRITE, summary="Give it to somebody",
    operation_id="give_tip", openapi_extra=ONCE_VERSIONED,
)  # fmt: skip
@once
def give(request: HttpRequest, number: str, body: schemas.Given) -> HttpResponse:
    """Give the tip to a colleague."""
    tip, version = found(request, "edit", number), expected_version(request)
    member = next((each for each in colleagues(asking(request)) if each.person_id == body.person), None)
    if member is None:
        raise Malformed([{"loc": ("body", "person"), "msg": "Nobody of your agency has this id."}])
    give_to(asking(request), tip, member, expected_version=version, due_on=body.due_on)
    return shown(request, number, 201)


def _form(request: HttpRequest) -> FormToken | None:
    """Return the form that the request's Idempotency-Key names, each person's own. Raises HttpError for no key."""
    key = request.headers.get(KEY_HEADER)
    if key is None:
        return None
    if not KEY.fullmatch(key):
        raise HttpError(400, f"{KEY_HEADER} is 1 to 100 characters of ASCII without spaces.")
    actor = asking(request)
    return FormToken(f"api|{actor.person_id}|{actor.agency_id}|{key}")
