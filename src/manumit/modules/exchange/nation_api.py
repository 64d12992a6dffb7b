"""What nations decided about records of their people, for programs."""

from django.http import HttpRequest, HttpResponse
from ninja import Router

from manumit.spine.access import Hidden, nations
from manumit.spine.access.middleware import asking
from manumit.spine.access.models import NationRule, Use
from manumit.spine.identity.models import Nation
from manumit.spine.ui.api.answers import ONCE, answer, once

from . import oversight_schemas, questions
from .actions.record_decision import Decided, record_decision
from .api_words import READ, WRITE, Key
from .covering import last_moment

router = Router()
DECISION = ("use", "allowed", "decided_by", "citation", "effective_at", "ends_at")
ASKED = (Use.STATISTICS, Use.RESEARCH, Use.PUBLIC_LISTING)


@router.get("/", response=oversight_schemas.NationsOut, auth=READ, summary="List nations", operation_id="list_nations")
def list_nations(request: HttpRequest) -> HttpResponse:
    """What each nation allows now; every agency is bound by it, and may read it."""
    allowing = {use: nations.allowing(use.value) for use in ASKED}
    rows = [
        oversight_schemas.NationOut(
            id=each.pk, name=each.name, **{use.value: each.pk in allowing[use] for use in ASKED}
        )
        for each in Nation.objects.order_by("name")
    ]
    return answer(oversight_schemas.NationsOut(items=rows))


@router.get(
    "/{key}/decisions", response=oversight_schemas.NationDecisionsOut, auth=READ, summary="List a nation's decisions",
    operation_id="list_nation_decisions",
)  # fmt: skip
def decisions(request: HttpRequest, key: Key) -> HttpResponse:
    """Every decision that was recorded, newest in effect first; nothing is rewritten."""
    rows = [_decision(each) for each in questions.decisions_of(_nation(key).pk)]
    return answer(oversight_schemas.NationDecisionsOut(items=rows))


@router.post(
    "/{key}/decisions", response={201: oversight_schemas.NationDecisionOut}, auth=WRITE, summary="Record a decision",
    operation_id="record_nation_decision", openapi_extra=ONCE,
)  # fmt: skip
@once
def decide(request: HttpRequest, key: Key, body: oversight_schemas.NewNationDecision) -> HttpResponse:
    """Record what your nation decided, as a supervisor of an agency of its own; what it no longer allows ends now."""
    ends = last_moment(body.ends_on) if body.ends_on else None
    said = Decided(body.use, body.allowed, body.decided_by, body.citation, body.agency, ends_at=ends)
    return answer(_decision(record_decision(asking(request), _nation(key).pk, said)), 201)


def _nation(key: int) -> Nation:
    found = Nation.objects.filter(pk=key).first()
    if found is None:
        raise Hidden
    return found


def _decision(rule: NationRule) -> oversight_schemas.NationDecisionOut:
    same = {name: getattr(rule, name) for name in DECISION}
    return oversight_schemas.NationDecisionOut(agency=rule.agency_id, recorded_by=rule.recorded_by.full_name, **same)
