"""Notices to victims, for programs: which wait, one more of what happened, and how victims were told."""

from datetime import date

from django.http import HttpRequest, HttpResponse
from ninja import P, PathEx, Router, Schema
from pydantic import Field

from manumit.spine import access
from manumit.spine.access import Hidden
from manumit.spine.access.middleware import asking
from manumit.spine.ui.api.answers import ONCE, answer, once
from manumit.spine.ui.api.authentication import may

from .actions.note_event import note_event
from .actions.record_notice import Told, record_notice
from .models import Suspect, VictimNotice
from .questions import MOST, notices_due, numbers_of, part_in
from .schemas import Sent

router = Router()
READ, WRITE = may("suspects:read"), may("suspects:write")
Key = PathEx[int, P(ge=1, le=2**63 - 1)]


class VictimNoticeOut(Schema):
    """A notice to victims; nobody's name stands in it. Aid, not legal advice."""

    id: int
    suspect: str
    event: str
    law: str
    due_on: date
    told_by: str
    told_on: date | None


class VictimNoticesOut(Schema):
    """Notices that wait, the earliest due first. `more` if there are more than are answered."""

    items: list[VictimNoticeOut]
    more: bool


class NewVictimNotice(Sent):
    """What happened of which victims are told."""

    event: str = Field(max_length=12)


class VictimsTold(Sent):
    """How victims were told, or why nobody was; no victim's name belongs into the note."""

    told_by: str = Field(max_length=12)
    told_on: date
    note: str = Field("", max_length=300)


@router.get(
    "/notices/waiting", response=VictimNoticesOut, auth=READ, summary="Notices to victims that wait",
    operation_id="list_victim_notices",
)  # fmt: skip
def waiting(request: HttpRequest) -> HttpResponse:
    """What victims are still to be told about suspects of your agency."""
    found = notices_due(asking(request))
    known = numbers_of(asking(request), {each.suspect_id for each in found})
    rows = [_out(each, known[each.suspect_id]) for each in found[:MOST] if each.suspect_id in known]
    return answer(VictimNoticesOut(items=rows, more=len(found) > MOST))


@router.post(
    "/{number}/notices", response={201: VictimNoticeOut}, auth=WRITE, summary="Raise a notice to victims",
    operation_id="raise_victim_notice", openapi_extra=ONCE,
)  # fmt: skip
@once
def happened(request: HttpRequest, number: str, body: NewVictimNotice) -> HttpResponse:
    """Say that something happened that no step of the record says: bail, an escape, a sentence after the verdict."""
    suspect = _found(request, number)
    return answer(_out(note_event(asking(request), suspect, body.event), suspect), 201)


@router.post(
    "/{number}/notices/{key}", response=VictimNoticeOut, auth=WRITE, summary="Record how victims were told",
    operation_id="record_victim_notice", openapi_extra=ONCE,
)  # fmt: skip
@once
def told(request: HttpRequest, number: str, key: Key, body: VictimsTold) -> HttpResponse:
    """Keep how the victims were told; the task raised for it is done."""
    suspect = _found(request, number)
    row = part_in(asking(request), suspect, VictimNotice.part, key)
    if row is None:
        raise Hidden
    return answer(_out(record_notice(asking(request), row, Told(body.told_by, body.told_on, body.note)), suspect))


def _found(request: HttpRequest, number: str) -> Suspect:
    found: Suspect = access.find(asking(request), "edit", Suspect.kind, number)
    return found


def _out(notice: VictimNotice, suspect: Suspect) -> VictimNoticeOut:
    return VictimNoticeOut(
        id=notice.pk, suspect=suspect.number, event=notice.event, law=notice.law, due_on=notice.due_on,
        told_by=notice.told_by, told_on=notice.told_on,
    )  # fmt: skip
