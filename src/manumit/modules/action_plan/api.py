"""The action plan for programs. Every operation calls the action or question that the page of that name calls.

What the public reads is there without a token, from the public's copy only.
"""

from typing import Any

from django.db.models import Q
from django.http import Http404, HttpRequest, HttpResponse
from ninja import Query, Router
from ninja.errors import HttpError
from ninja.errors import ValidationError as Malformed

from manumit.spine import access
from manumit.spine.identity.actor import Actor
from manumit.spine.ui.api.answers import ONCE, VERSIONED, answer, expected_version, once
from manumit.spine.ui.api.authentication import may

from . import api_schemas as schemas
from . import procedure, questions, representing
from .actions.answer_recommendation import answer_recommendation
from .actions.draft_update import draft_update
from .actions.file_commitment import file_commitment
from .actions.give_evidence import give_evidence
from .actions.move_update import move_update
from .actions.say_jointly import say_jointly
from .models import Commitment, Partnership, ProgressUpdate, PublicCommitment, Recommendation
from .public import selecting

router = Router()
READ, WRITE = may("action_plan:read"), may("action_plan:write")
BOTH: dict[str, Any] = {"parameters": [*ONCE["parameters"], *VERSIONED["parameters"]]}


def _actor(request: HttpRequest) -> Actor:
    actor = getattr(request, "auth", None)
    if not isinstance(actor, Actor):
        raise HttpError(401, "Sign in, or send a valid bearer token.")
    return actor


def _found(request: HttpRequest, action: str, kind: str, number: str) -> Any:
    return access.find(_actor(request), action, kind, number)


def _shown(request: HttpRequest, commitment: Commitment, status: int = 200) -> HttpResponse:
    fresh = _found(request, "read_summary", Commitment.kind, commitment.number)
    body = representing.commitment_out(_actor(request), fresh)
    return answer(body, status, {"ETag": f'"{fresh.version}"'})


def _report(request: HttpRequest, number: str, status: int = 200) -> HttpResponse:
    update = _found(request, "read_summary", ProgressUpdate.kind, number)
    body = representing.report_out(_actor(request), update, update.commitment)
    return answer(body, status, {"ETag": f'"{update.version}"'})


@router.get(
    "/commitments", response=schemas.CommitmentList, auth=READ, summary="List commitments, those due first first",
    operation_id="list_commitments",
)  # fmt: skip
def list_commitments(request: HttpRequest, query: Query[schemas.CommitmentFilters]) -> HttpResponse:
    """Commitments you may see, 50 a page."""
    wanted = Q(**{name: value for name in ("pillar", "status") if (value := getattr(query, name))})
    if query.agency:
        wanted &= Q(agency_code__iexact=query.agency) | Q(joint_codes__contains=[query.agency])
    if query.q:
        wanted &= Q(title__icontains=query.q) | Q(thing__icontains=query.q)
    return answer(representing.list_out(questions.register(_actor(request), wanted, query.start), query.start))


@router.post(
    "/commitments", response={201: schemas.CommitmentOut}, auth=WRITE, summary="File a commitment",
    operation_id="file_commitment", openapi_extra=ONCE,
)  # fmt: skip
@once
def create_commitment(request: HttpRequest, body: schemas.NewCommitment) -> HttpResponse:
    """File a promise; its agency answers for it where it is one of this installation's."""
    values = body.model_dump()
    source = values.pop("source")
    return _shown(request, file_commitment(_actor(request), values, source=source), 201)


@router.get(
    "/commitments/{number}", response=schemas.CommitmentOut, auth=READ, summary="Read a commitment",
    operation_id="read_commitment",
)  # fmt: skip
def read_commitment(request: HttpRequest, number: str) -> HttpResponse:
    """A commitment with its dates, evidence, partners' words, reports and advice."""
    return _shown(request, _found(request, "read_summary", Commitment.kind, number))


@router.post(
    "/commitments/{number}/reports", response={201: schemas.ReportOut}, auth=WRITE, summary="Draft a quarter's report",
    operation_id="draft_report", openapi_extra=ONCE,
)  # fmt: skip
@once
def create_report(request: HttpRequest, number: str, body: schemas.NewReport) -> HttpResponse:
    """Draft your agency's report of a quarter; a draft that is there is written anew."""
    commitment = _found(request, "read_summary", Commitment.kind, number)
    values = body.model_dump()
    quarter = values.pop("quarter")
    return _report(request, draft_update(_actor(request), commitment, quarter, values).number, 201)


@router.post(
    "/commitments/{number}/evidence", response={201: schemas.EvidenceOut}, auth=WRITE, summary="Add evidence",
    operation_id="give_evidence", openapi_extra=ONCE,
)  # fmt: skip
@once
def create_evidence(request: HttpRequest, number: str, body: schemas.NewEvidence) -> HttpResponse:
    """Add what shows that a commitment was kept."""
    commitment = _found(request, "edit", Commitment.kind, number)
    given = give_evidence(_actor(request), commitment, body.model_dump())
    return answer(schemas.EvidenceOut.model_validate(given), 201)


@router.post(
    "/commitments/{number}/words", response={201: schemas.WordOut}, auth=WRITE, summary="Give a partner's word",
    operation_id="say_jointly", openapi_extra=ONCE,
)  # fmt: skip
@once
def create_word(request: HttpRequest, number: str, body: schemas.NewWord) -> HttpResponse:
    """Say how far a joint commitment is for your agency."""
    commitment = _found(request, "read_summary", Commitment.kind, number)
    said = say_jointly(_actor(request), commitment, body.status, body.words)
    return answer(schemas.WordOut.model_validate(said), 201)


@router.get(
    "/reports/{number}", response=schemas.ReportOut, auth=READ, summary="Read a report", operation_id="read_report"
)
def read_report(request: HttpRequest, number: str) -> HttpResponse:
    """A report with the steps you may take."""
    return _report(request, number)


@router.post(
    "/reports/{number}/steps", response=schemas.ReportOut, auth=WRITE, summary="Move a report",
    operation_id="move_report", openapi_extra=BOTH,
)  # fmt: skip
@once
def take_step(request: HttpRequest, number: str, body: schemas.ReportStep) -> HttpResponse:
    """Take a step of the procedure; acceptance publishes it with its commitment."""
    if body.step not in procedure.UPDATE.by_name:
        raise Malformed([{"loc": ("body", "step"), "msg": "There is no such step."}])
    update = _found(request, "read_summary", ProgressUpdate.kind, number)
    reasons = procedure.UPDATE.transition(body.step).reasons
    move_update(
        _actor(request), update, body.step, expected_version=expected_version(request),
        reason=reasons[0].code if reasons else "", words=body.words,
    )  # fmt: skip
    return _report(request, number)


@router.get(
    "/recommendations", response=schemas.RecommendationList, auth=READ, summary="List recommendations",
    operation_id="list_recommendations",
)  # fmt: skip
def list_recommendations(request: HttpRequest) -> HttpResponse:
    """The recommendations, those without an answer first; 300 at most."""
    found = questions.recommendations(_actor(request))[:300]
    return answer(schemas.RecommendationList(items=[schemas.RecommendationOut.model_validate(each) for each in found]))


@router.post(
    "/recommendations/{number}/answer", response=schemas.RecommendationOut, auth=WRITE,
    summary="Answer a recommendation", operation_id="answer_recommendation", openapi_extra=BOTH,
)  # fmt: skip
@once
def create_answer(request: HttpRequest, number: str, body: schemas.NewAnswer) -> HttpResponse:
    """Answer for the addressee; whoever does not simply accept gives reasons."""
    found = _found(request, "edit", Recommendation.kind, number)
    given = answer_recommendation(
        _actor(request), found, body.answer, body.reasons, expected_version=expected_version(request)
    )
    return answer(schemas.RecommendationOut.model_validate(given), headers={"ETag": f'"{given.version}"'})


@router.get(
    "/partnerships", response=schemas.PartnershipList, auth=READ, summary="List partnerships",
    operation_id="list_partnerships",
)  # fmt: skip
def list_partnerships(request: HttpRequest) -> HttpResponse:
    """The country partnerships with indicators and contributions; 200 at most."""
    actor = _actor(request)
    found = Partnership.objects.visible_to(actor).order_by("country", "begins_on")[:200]
    return answer(schemas.PartnershipList(items=[representing.partnership_out(actor, each) for each in found]))


@router.get(
    "/partnerships/{number}", response=schemas.PartnershipOut, auth=READ, summary="Read a partnership",
    operation_id="read_partnership",
)  # fmt: skip
def read_partnership(request: HttpRequest, number: str) -> HttpResponse:
    """A country partnership."""
    found = _found(request, "read_summary", Partnership.kind, number)
    return answer(representing.partnership_out(_actor(request), found), headers={"ETag": f'"{found.version}"'})


@router.get(
    "/promises", response=schemas.PromiseList, auth=None, summary="List what is published", operation_id="list_promises"
)
def list_promises(request: HttpRequest, query: Query[schemas.PromiseFilters]) -> HttpResponse:
    """Published promises, for everybody, as the public pages show them."""
    rows, after = selecting.page({name: value for name, value in query.model_dump().items() if value})
    return answer(schemas.PromiseList(items=[representing.promise_out(each) for each in rows], next=after or None))


@router.get(
    "/promises/{number}", response=schemas.PromiseOut, auth=None, summary="Read a published promise",
    operation_id="read_promise",
)  # fmt: skip
def read_promise(request: HttpRequest, number: str) -> HttpResponse:
    """A published promise, for everybody; what is withdrawn is gone at once."""
    found = PublicCommitment.objects.filter(number=number.replace("\x00", "")).first()
    if found is None:
        raise Http404
    return answer(representing.promise_out(found))
