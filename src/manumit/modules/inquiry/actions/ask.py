"""Ask all agencies of this install."""

from collections.abc import Iterable
from dataclasses import asdict

from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from manumit.spine import audit
from manumit.spine.access import Denied, allowed, require
from manumit.spine.identity.actor import Actor
from manumit.spine.records import Record, action, numbers, provenance
from manumit.spine.records.askable import Question
from manumit.spine.records.changing import step
from manumit.spine.workflow.beside import beside, demand_words

from .. import jobs
from ..choices import AnsweredBy
from ..models import Answer, Inquiry, PointerHit
from ..rules import cleaned, demand_sound
from .judging import Judged, judge


@action("inquiry.ask")
def ask(actor: Actor, case: Record, question: Question, *, because: str, origin: str = "entered") -> Inquiry:
    """Ask for `case`, because of what is said, and keep question and answers.

    What is restricted answers exactly as what does not exist: it never leaves the database, and nothing more or less
    is written. Raises Denied or Hidden without permission `work` on the case or `create` here, ValidationError by
    field, Refused without saying why.
    """
    require(actor, "work", case)
    why = demand_words(because, _("Say what it is needed for."))
    asked = cleaned(question)
    demand_sound(asked)
    inquiry = _drafted(actor, case, asked, why, origin)
    decision = allowed(actor, "create", inquiry)
    if not decision:
        raise Denied(decision)
    judged = judge(actor, case, asked)
    inquiry.more, inquiry.number = judged.more, numbers.allocate(Inquiry.number_prefix)
    inquiry.full_clean(exclude=["number", "provenance"], validate_unique=False, validate_constraints=False)
    inquiry.save(force_insert=True)
    _keep(inquiry, judged)
    step(inquiry, actor, {})
    audit.record(actor, "inquiry.ask", kind=Inquiry.kind, record_id=inquiry.pk)
    _log(actor, inquiry, judged)
    jobs.tell_of_pointers.enqueue(inquiry=inquiry.pk)
    return inquiry


def _drafted(actor: Actor, case: Record, question: Question, because: str, origin: str) -> Inquiry:
    now = timezone.now()
    return Inquiry(
        owner_id=actor.agency_id, opened_at=now, changed_at=now, origin=origin, purpose=actor.purpose, because=because,
        asked_by_id=actor.person_id, case_kind=case.kind, case_id=case.pk, case_number=case.number,
        provenance=provenance.begin(provenance.said("inquiry")), **asdict(question),
    )  # fmt: skip


def _keep(inquiry: Inquiry, judged: Judged) -> None:
    summaries = [
        Answer(
            inquiry=inquiry, answered_by=AnsweredBy.SUMMARY, agency_id=each.owner_id, record_kind=each.kind,
            record_id=each.pk, record_number=each.number,
        )
        for each in judged.summaries
    ]  # fmt: skip
    holders = dict.fromkeys(each.owner_id for each in judged.pointers)
    pointers = [Answer(inquiry=inquiry, answered_by=AnsweredBy.POINTER, agency_id=each) for each in holders]
    Answer.unscoped.bulk_create([*summaries, *pointers])
    PointerHit.unscoped.bulk_create(list(_hits(inquiry, judged)))


def _hits(inquiry: Inquiry, judged: Judged) -> Iterable[PointerHit]:
    for each in judged.pointers:
        yield PointerHit(
            **beside(each), agency_id=each.owner_id, asking_agency_id=inquiry.owner_id, inquiry_id=inquiry.pk,
            inquiry_number=inquiry.number, purpose=inquiry.purpose, asked_at=inquiry.opened_at,
        )  # fmt: skip


def _log(actor: Actor, inquiry: Inquiry, judged: Judged) -> None:
    """Tell the owners' logs: whose summary was read, and whose record was pointed at."""
    detail = {"inquiry": inquiry.number}
    for verb, records in (("inquiry.answer.read", judged.summaries), ("inquiry.point", judged.pointers)):
        subjects = [audit.Subject(each.kind, each.pk, detail) for each in records]
        audit.record_many(actor, verb, subjects)
