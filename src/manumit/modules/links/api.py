"""Links for programs. Every operation calls the action or question that the page of that name calls."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from ninja import P, PathEx, QueryEx, Router
from ninja.errors import ValidationError as Malformed

from manumit.spine.access import Hidden
from manumit.spine.access.finding import find_of_any_kind, sound
from manumit.spine.access.middleware import asking
from manumit.spine.matching.linkable import PROFILES
from manumit.spine.matching.question import Question
from manumit.spine.records import Record
from manumit.spine.ui.api.answers import ONCE, answer, once
from manumit.spine.ui.api.authentication import may

from . import reading_api, schemas
from .actions.join import join, undo_join
from .actions.judge import judge
from .actions.keep_watch import keep_watch
from .actions.look import look
from .actions.withdraw_judgement import withdraw_judgement
from .choices import MOST
from .models import Candidate
from .questions import FARTHEST, Narrowing, candidate, candidates, joins, judgements, page_of, pointers

router = Router()
READ, WRITE = may("links:read"), may("links:write")
Id = PathEx[int, P(ge=1, le=2**63 - 1)]
From = QueryEx[int, P(ge=0, le=FARTHEST)]


@router.get("/candidates", response=schemas.CandidatesOut, auth=READ, summary="List pairs", operation_id="list_links")
def list_candidates(
    request: HttpRequest, profile: str = "", state: str = "all", number: str = "", start: From = 0
) -> HttpResponse:
    """Pairs whose records you may both read whole, the heaviest first; those of the record with a `number` alone."""
    narrowing = Narrowing.of({"profile": profile, "state": state, "number": number})
    rows, following = page_of(candidates(asking(request), narrowing), start)
    return answer(schemas.CandidatesOut(items=[_out(row) for row in rows], next=following))


@router.get("/candidates/{pk}", response=schemas.WholeOut, auth=READ, summary="Read a pair", operation_id="read_link")
def read(request: HttpRequest, pk: Id) -> HttpResponse:
    """A pair with what speaks for and against it, and its judgements."""
    return _shown(request, pk)


@router.post(
    "/candidates/{pk}/judgements", response={201: schemas.WholeOut}, auth=WRITE, summary="Judge a pair",
    operation_id="judge_link", openapi_extra=ONCE,
)  # fmt: skip
@once
def judge_pair(request: HttpRequest, pk: Id, body: schemas.NewJudgement) -> HttpResponse:
    """Say whether the two are one; an earlier word of yours gives way."""
    actor = asking(request)
    judge(actor, candidate(actor, pk), **body.model_dump())
    return _shown(request, pk, 201)


@router.delete(
    "/candidates/{pk}/judgements/mine", response=schemas.WholeOut, auth=WRITE, summary="Take back your judgement",
    operation_id="withdraw_link_judgement",
)  # fmt: skip
def withdraw(request: HttpRequest, pk: Id) -> HttpResponse:
    """Take back what you said of a pair."""
    actor = asking(request)
    withdraw_judgement(actor, candidate(actor, pk))
    return _shown(request, pk)


@router.post(
    "/candidates/{pk}/join", response={201: schemas.JoinOut}, auth=WRITE, summary="Hold two to be one",
    operation_id="join_link", openapi_extra=ONCE,
)  # fmt: skip
@once
def hold(request: HttpRequest, pk: Id, body: schemas.LinkBecause) -> HttpResponse:
    """Hold the two of a pair that was judged the same to be one."""
    actor = asking(request)
    made = join(actor, candidate(actor, pk), because=body.because)
    return answer(schemas.JoinOut(number=made.number, undone_at=None), 201)


@router.post(
    "/identities/{number}/undo", response=schemas.JoinOut, auth=WRITE, summary="Take a join back",
    operation_id="undo_link_join", openapi_extra=ONCE,
)  # fmt: skip
@once
def undo(request: HttpRequest, number: str, body: schemas.LinkBecause) -> HttpResponse:
    """Take a join back, in whatever order."""
    actor = asking(request)
    made = joins(actor).filter(number=sound(number)).first()
    if made is None:
        raise Hidden
    undo_join(actor, made, because=body.because)
    made.refresh_from_db()
    return answer(schemas.JoinOut(number=made.number, undone_at=made.undone_at))


@router.get("/pointers", response=schemas.PointersOut, auth=READ, summary="Whom to ask", operation_id="pointers")
def list_pointers(request: HttpRequest, start: From = 0) -> HttpResponse:
    """Which agencies may know something of records of yours, newest first."""
    found, following = page_of(pointers(asking(request)), start)
    told = [
        schemas.PointerOut(
            kind=hit.record_kind, number=hit.record_number, profile=hit.profile, holder=hit.holder.name,
            told_at=hit.told_at,
        )
        for hit in found
    ]  # fmt: skip
    return answer(schemas.PointersOut(items=told, next=following))


@router.post("/who", response=schemas.FoundsOut, auth=READ, summary="Who could this be?", operation_id="who_is_it")
def who(request: HttpRequest, body: schemas.Asked) -> HttpResponse:
    """The best who fit a description, among what you may read whole. That you asked is logged; nothing is kept."""
    from manumit.spine.matching.actions.ask import ask

    case, questions = _asked(request, body)
    answers = ask(asking(request), questions, MOST, beside=(case.kind, case.pk), why=body.why)
    found = [
        schemas.FoundOut(profile=each.profile, rank=rank, key=str(hit.key), weight=hit.weight, model=hit.model)
        for each, answered in zip(questions, answers, strict=True)
        for rank, hit in enumerate(answered, 1)
    ]
    return answer(schemas.FoundsOut(items=found))


@router.post(
    "/watches", response={201: schemas.FoundsOut}, auth=WRITE, summary="Go on looking", operation_id="watch_for",
    openapi_extra=ONCE,
)  # fmt: skip
@once
def watch(request: HttpRequest, body: schemas.Watched) -> HttpResponse:
    """Be told of whoever newly fits a description, through a day."""
    case, questions = _asked(request, body)
    for each in questions:
        keep_watch(asking(request), case, each, why=body.why, ends_on=body.ends_on)
    return answer(schemas.FoundsOut(items=[]), 201)


def _asked(request: HttpRequest, body: schemas.Asked) -> tuple[Record, list[Question]]:
    case = find_of_any_kind(asking(request), "work", body.case_kind, body.case_number)
    if body.name not in PROFILES:
        raise Malformed(
            [{"loc": ("body", "name"), "msg": "Name what you describe: missing_person, vehicle, phone ..."}]
        )
    place = (case.kind, case.pk)
    return case, [Question(profile, body.name, body.facts, place) for profile in PROFILES[body.name]]


def _shown(request: HttpRequest, pk: int, status: int = 200) -> HttpResponse:
    actor = asking(request)
    pair = candidate(actor, pk)
    said: Any = look(actor, pair)
    steps = [
        schemas.PathStepOut(
            feature=step.feature, level=step.level, text=step.text, weight=step.weight, carried=step.carried,
            left=list(step.left), right=list(step.right),
        )
        for step in (said.waterfall if said else ())
    ]  # fmt: skip
    held = [
        schemas.JudgementOut(
            verdict=each.verdict, reason=each.reason, words=each.words, at=each.at, weight=each.weight,
            model=each.model, withdrawn_at=each.withdrawn_at,
        )
        for each in judgements(actor, pair)
    ]  # fmt: skip
    return answer(schemas.WholeOut(**_out(pair).model_dump(), steps=steps, judgements=held), status)


def _out(row: Candidate) -> schemas.CandidateOut:
    return schemas.CandidateOut(
        id=row.pk, profile=row.profile, weight=row.weight, model=row.model, state=row.state, raised_at=row.raised_at,
        one=schemas.EndOut(kind=row.record_kind, number=row.record_number, name=row.record_name),
        other=schemas.EndOut(kind=row.other_kind, number=row.other_number, name=row.other_name),
    )  # fmt: skip


router.add_router("", reading_api.router)
