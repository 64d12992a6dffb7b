"""What the screens of advice read."""

from typing import Any

from django.db.models import BooleanField, ExpressionWrapper, Q, QuerySet

from manumit.spine.identity.actor import Actor

from .choices import AdviceState
from .models import (
    Advice,
    AdviceRequest,
    Commitment,
    MeetingDecision,
    PaidHours,
    Payee,
    Recommendation,
    Voice,
)

DECISION = "D-"
"""Decisions of meetings have no number of their own: `D-` and their id names them on screen."""


def requests(actor: Actor) -> QuerySet[AdviceRequest]:
    """Return the requests for advice, open ones first, the newest first."""
    found = AdviceRequest.objects.visible_to(actor).select_related("owner")
    return found.order_by(ExpressionWrapper(Q(state=AdviceState.CLOSED), BooleanField()), "-opened_at", "-id")


def beside(actor: Actor, **about: Any) -> list[tuple[AdviceRequest, list[Advice]]]:
    """Return the requests about something (`commitment=…`) with the advice given, as far as `actor` may see them."""
    found = list(requests(actor).filter(**about))
    advice = list(Advice.objects.visible_to(actor).filter(request__in=[each.pk for each in found]))
    return [(each, [row for row in advice if row.request_id == each.pk]) for each in found]


def advice_on(actor: Actor, request: AdviceRequest) -> QuerySet[Advice]:
    """Return the advice given to a request."""
    return Advice.objects.visible_to(actor).filter(request=request)


def hours_of(actor: Actor, request: AdviceRequest) -> QuerySet[PaidHours]:
    """Return the hours of a request; none for those who may not read them."""
    return PaidHours.objects.visible_to(actor).filter(request=request)


def payees(actor: Actor, request: AdviceRequest) -> dict[int, str]:
    """Return whom to pay, by id of the hours; nothing for all but those who pay."""
    found = Payee.objects.visible_to(actor).filter(paid_hours__request=request).select_related("person")
    return {each.paid_hours_id: each.person.full_name for each in found}


def own(actor: Actor) -> QuerySet[Voice]:
    """Return the person's own words and hours, newest first."""
    found = Voice.objects.visible_to(actor).select_related("advice", "comment", "paid_hours")
    return found.order_by("-id")


def subject(actor: Actor, number: str) -> Commitment | Recommendation | MeetingDecision | None:
    """Return what a number names, among what `actor` may see."""
    if number.startswith(DECISION):
        found = MeetingDecision.objects.visible_to(actor).select_related("meeting__plan")
        plain = number.removeprefix(DECISION)
        return found.filter(pk=int(plain)).first() if plain.isascii() and plain.isdigit() and len(plain) < 18 else None
    for noun in (Commitment, Recommendation):
        if row := noun.objects.visible_to(actor).filter(number=number).first():
            return row
    return None
