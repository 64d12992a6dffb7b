"""Record a recommendation."""

from collections.abc import Sequence
from datetime import date, timedelta

from django.utils.translation import gettext_lazy as _

from manumit.spine.identity.actor import Actor
from manumit.spine.records import action

from ..models import Plan, Recommendation
from ..refusing import Refused
from .opening import agency_for, opened

ANSWER_DAYS = 90
"""Days an agency has, as for the Not Invisible Act Commission's report: 90 from 1 Nov 2023 (Pub. L. 116-166)."""


@action("recommendation.make")
def recommend(
    actor: Actor, body: str, item: str, text: str, *, agencies: Sequence[str], made_on: date, plan: Plan | None = None
) -> list[Recommendation]:
    """Record one recommendation to each agency named, by code. Raises Denied, ValidationError, Refused without any."""
    if not agencies:
        raise Refused(_("Name the agencies it is addressed to."))
    made = {"plan": plan, "body": body, "item": item, "text": text, "made_on": made_on}
    return [_to(actor, Recommendation(agency_code=code, **made)) for code in agencies]


def _to(actor: Actor, found: Recommendation) -> Recommendation:
    owner = agency_for(found.agency_code)
    found.answer_due_on = found.made_on + timedelta(days=ANSWER_DAYS)
    return opened(
        actor, found, "recommendation.make", source=found.body, owner_id=owner.pk if owner else None,
        agency=found.agency_code,
    )  # fmt: skip
