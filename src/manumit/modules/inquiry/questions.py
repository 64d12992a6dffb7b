"""What pages and programs ask about inquiries. Every answer starts from what the asker may see."""

from dataclasses import dataclass
from typing import Any

from django.db.models import Q

from manumit.spine.access import kinds
from manumit.spine.access.pages import Page
from manumit.spine.identity.actor import Actor
from manumit.spine.identity.models import Agency
from manumit.spine.ui import faces

from .choices import AnsweredBy
from .models import Answer, Inquiry, Office, PointerHit

MOST = 200


@dataclass(frozen=True, slots=True)
class Told:
    """One answer as it is shown: which agency, how; for a summary the record's name, number and address if the reader
    may still see it; for a pointer whom to ask.
    """

    answered_by: str
    agency: Agency
    office: Office | None
    kind: str = ""
    number: str = ""
    name: str = ""
    address: str = ""


def list_inquiries(
    actor: Actor, *, case: tuple[str, int] | None = None, mine: bool = False, after: str | None = None
) -> Page[Inquiry]:
    """Return a page of the agency's inquiries, newest first; those for a case the asker is barred from are left out."""
    where = Q(case_kind=case[0], case_id=case[1]) if case else Q()
    if mine:
        where &= Q(asked_by=actor.person_id)
    page: Page[Inquiry] = Inquiry.objects.page(actor, filters=where & _not_barred(actor), after=after)
    return page


def is_barred(actor: Actor, inquiry: Inquiry) -> bool:
    """Return whether the actor is barred from the case for which it was asked."""
    return (inquiry.case_kind, inquiry.case_id) in actor.barred


def meant(actor: Actor, asking_agency_id: int, reference: str) -> list[tuple[str, str]]:
    """Return kind and number of the actor's records that an inquiry of that number, of that agency, met as pointers."""
    rows = PointerHit.objects.visible_to(actor).filter(inquiry_number=reference, asking_agency=asking_agency_id)
    return list(rows.order_by("record_kind", "record_number").values_list("record_kind", "record_number")[:MOST])


def answers_of(actor: Actor, inquiry: Inquiry) -> list[Told]:
    """Return the answers that `actor` may still read; the record behind a summary is decided anew."""
    rows = list(Answer.objects.visible_to(actor).filter(inquiry=inquiry).select_related("agency").order_by("id"))
    offices = {each.agency_id: each for each in Office.objects.filter(agency__in=[row.agency_id for row in rows])}
    shown = _still_shown(actor, [row for row in rows if row.answered_by == AnsweredBy.SUMMARY])
    return [
        _told(row, offices.get(row.agency_id))
        for row in rows
        if row.answered_by == AnsweredBy.POINTER or (row.record_kind, row.record_id) in shown
    ]


def hits_on(actor: Actor) -> list[PointerHit]:
    """Return the inquiries of others that met the agency's pointers, newest first, at most MOST and one more."""
    rows = PointerHit.objects.visible_to(actor).select_related("asking_agency")
    return list(rows.order_by("-asked_at", "-id")[: MOST + 1])


def office_of(agency_id: int) -> Office | None:
    """Return the office that answers for an agency, None where it named none."""
    return Office.objects.filter(agency=agency_id).first()


def offices_of(agency_ids: set[int]) -> dict[int, Office]:
    """Return the offices of these agencies by agency."""
    return {each.agency_id: each for each in Office.objects.filter(agency__in=agency_ids)}


def _not_barred(actor: Actor) -> Q:
    where = Q()
    for kind, key in actor.barred:
        where &= ~Q(case_kind=kind, case_id=key)
    return where


def _still_shown(actor: Actor, rows: list[Answer]) -> set[tuple[str, int]]:
    """Return kind and id of the records behind summaries that the actor may see now."""
    known = {kind.name for kind in kinds.all_kinds()}
    shown: set[tuple[str, int]] = set()
    for name in dict.fromkeys(row.record_kind for row in rows if row.record_kind in known):
        model: Any = kinds.get(name).model_class
        wanted = [row.record_id for row in rows if row.record_kind == name]
        seen = model.objects.visible_to(actor).filter(pk__in=wanted).values_list("pk", flat=True)
        shown |= {(name, key) for key in seen}
    return shown


def _told(row: Answer, office: Office | None) -> Told:
    if row.answered_by == AnsweredBy.POINTER:
        return Told(row.answered_by, row.agency, office)
    place = (row.record_kind, row.record_number)
    return Told(row.answered_by, row.agency, office, *place, faces.name_of(*place), faces.address_of(*place))
