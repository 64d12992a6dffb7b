"""From inquiries to what programs get."""

from typing import Any

from django.utils import timezone

from manumit.spine.identity.actor import Actor

from .models import Inquiry, Office, PointerHit
from .models.inquiry import QUESTION
from .questions import MOST, answers_of, hits_on, offices_of
from .schemas import AnswerOut, HitOut, HitsOut, InquiryLine, InquiryOut, OfficeOut

SUMMARY = ("case_kind", "case_number", "purpose", "because", "asked_for")


def inquiry_out(actor: Actor, inquiry: Inquiry, *, whole: bool = True) -> InquiryOut:
    """Return an inquiry as its asker may read it; what was just sent is not repeated unless `whole`."""
    names = (*SUMMARY, *(QUESTION if getattr(inquiry, "can_read_question", False) else ())) if whole else ()
    values: dict[str, Any] = {name: getattr(inquiry, name) for name in names}
    if getattr(inquiry, "can_read_answers", False):
        values["answers"] = [_answer(each) for each in answers_of(actor, inquiry)]
    asked_on = timezone.localdate(inquiry.opened_at)
    return InquiryOut(
        number=inquiry.number, asked_on=asked_on, more=inquiry.more, answers=values.pop("answers", []), **values
    )


def line_out(inquiry: Inquiry) -> InquiryLine:
    """Return an inquiry as a list shows it."""
    names = ("number", "case_kind", "case_number", "asked_for", "because")
    return InquiryLine(asked_at=inquiry.opened_at, **{name: getattr(inquiry, name) for name in names})


def hits_out(actor: Actor) -> HitsOut:
    """Return the newest hits on records of the actor's agency."""
    found = hits_on(actor)
    offices = offices_of({hit.asking_agency_id for hit in found})
    return HitsOut(items=[_hit(hit, offices.get(hit.asking_agency_id)) for hit in found[:MOST]], more=len(found) > MOST)


def _hit(hit: PointerHit, office: Office | None) -> HitOut:
    return HitOut(
        kind=hit.record_kind, number=hit.record_number, inquiry=hit.inquiry_number, purpose=hit.purpose,
        asking_agency=hit.asking_agency.name, asked_at=hit.asked_at, office=_office(office),
    )  # fmt: skip


def _answer(told: Any) -> AnswerOut:
    return AnswerOut(
        answered_by=told.answered_by, agency=told.agency.name, office=_office(told.office), kind=told.kind,
        number=told.number,
    )  # fmt: skip


def _office(office: Office | None) -> OfficeOut | None:
    return OfficeOut(name=office.name, phone=office.phone, email=office.email, hours=office.hours) if office else None
