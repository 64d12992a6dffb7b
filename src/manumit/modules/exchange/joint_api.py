"""Joint work, for programs."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from ninja import Router

from manumit.spine.access import Hidden
from manumit.spine.access.middleware import asking
from manumit.spine.ui.api.answers import ONCE, answer, expected_version, once

from . import joint_questions, joint_schemas
from .actions.add_to_joint import add_to_joint, finish_entry
from .actions.follow_joint import accept_invitation, decline_invitation, end_joint, leave, part_with
from .actions.start_joint import Plan, invite, start_joint
from .api_words import ONCE_VERSIONED, READ, WRITE, Key, paper, record_of
from .joint_representing import entry_out, joint_out, partner_out

router = Router()
KIND = "joint_work"
ANSWERS = {"accept": accept_invitation, "decline": decline_invitation, "leave": leave}


@router.get(
    "/", response=joint_schemas.JointWorksOut, auth=READ, summary="List joint work", operation_id="list_joint_work"
)
def joint_work(request: HttpRequest, after: str | None = None) -> HttpResponse:
    """What your agency leads, or takes or was asked to take part in, newest first."""
    page = joint_questions.list_joint(asking(request), after=after or None)
    return answer(joint_schemas.JointWorksOut(items=[joint_out(each) for each in page.rows], next=page.next_key))


@router.get(
    "/{number}", response=joint_schemas.JointWorkOut, auth=READ, summary="Read joint work",
    operation_id="read_joint_work",
)  # fmt: skip
def read(request: HttpRequest, number: str) -> HttpResponse:
    """Who takes part, what they may do, and its log for those who have accepted."""
    return _shown(request, number)


@router.post(
    "/", response={201: joint_schemas.JointWorkOut}, auth=WRITE, summary="Start joint work",
    operation_id="start_joint_work", openapi_extra=ONCE,
)  # fmt: skip
@once
def start(request: HttpRequest, body: joint_schemas.NewJointWork) -> HttpResponse:
    """Lead joint work on a record of your agency; nobody reads anything before they accept an invitation."""
    record = record_of(request, "release", body.kind, body.number)
    sets = frozenset(body.groups), frozenset(body.may_add)
    made = start_joint(asking(request), record, Plan(body.aim, body.authority, *sets, body.ends_on))
    return _shown(request, made.number, 201)


@router.post(
    "/{number}/partners", response={201: joint_schemas.JointWorkOut}, auth=WRITE, summary="Invite an agency",
    operation_id="invite_to_joint_work", openapi_extra=ONCE,
)  # fmt: skip
@once
def ask(request: HttpRequest, number: str, body: joint_schemas.NewJointPartner) -> HttpResponse:
    """Let an agency read the invitation; it reads the record once it accepts."""
    invite(asking(request), paper(request, KIND, number), body.agency)
    return _shown(request, number, 201)


@router.post(
    "/{number}/partners/{agency}/end", response=joint_schemas.JointWorkOut, auth=WRITE,
    summary="Let an agency take part no more", operation_id="end_joint_partner", openapi_extra=ONCE,
)  # fmt: skip
@once
def part(request: HttpRequest, number: str, agency: Key) -> HttpResponse:
    """End what was released to it for this work, as the lead."""
    part_with(asking(request), paper(request, KIND, number), agency)
    return _shown(request, number)


@router.post(
    "/{number}/steps/{step}", response=joint_schemas.JointPartnerOut, auth=WRITE, summary="Accept, decline or leave",
    operation_id="answer_joint_work", openapi_extra=ONCE,
)  # fmt: skip
@once
def move(request: HttpRequest, number: str, step: str) -> HttpResponse:
    """Take a step of your agency's part: `accept`, `decline` or `leave`; who leaves reads no more."""
    if step not in ANSWERS:
        raise Hidden
    return answer(partner_out(ANSWERS[step](asking(request), paper(request, KIND, number))))


@router.post(
    "/{number}/end", response=joint_schemas.JointWorkOut, auth=WRITE, summary="End joint work",
    operation_id="end_joint_work", openapi_extra=ONCE_VERSIONED,
)  # fmt: skip
@once
def end(request: HttpRequest, number: str) -> HttpResponse:
    """End it for all, as the lead: what was released for it ends at once."""
    found, version = paper(request, KIND, number), expected_version(request)
    end_joint(asking(request), found, expected_version=version)
    return _shown(request, number)


@router.post(
    "/{number}/entries", response={201: joint_schemas.JointEntryOut}, auth=WRITE, summary="Write into the log",
    operation_id="add_to_joint_work", openapi_extra=ONCE,
)  # fmt: skip
@once
def add(request: HttpRequest, number: str, body: joint_schemas.NewJointEntry) -> HttpResponse:
    """Write a note, a task for an agency that takes part, or a fact for the lead to take into the record."""
    more: dict[str, Any] = {"for_agency_id": body.for_agency, "due_on": body.due_on}
    made = add_to_joint(asking(request), paper(request, KIND, number), body.adds, body.text, **more)
    return answer(entry_out(made), 201)


@router.post(
    "/{number}/entries/{key}/finish", response=joint_schemas.JointEntryOut, auth=WRITE, summary="Say that it is done",
    operation_id="finish_joint_entry", openapi_extra=ONCE,
)  # fmt: skip
@once
def finish(request: HttpRequest, number: str, key: Key) -> HttpResponse:
    """Say that a task of your agency is done, or, as the lead, that a fact was taken into the record."""
    return answer(entry_out(finish_entry(asking(request), paper(request, KIND, number), key)))


def _shown(request: HttpRequest, number: str, status: int = 200) -> HttpResponse:
    found, actor = paper(request, KIND, number), asking(request)
    partners = joint_questions.partners_of(actor, found)
    entries = joint_questions.entries_of(actor, found) if found.can_read_entries else None
    return answer(joint_out(found, partners, entries), status, {"ETag": f'"{found.version}"'})
