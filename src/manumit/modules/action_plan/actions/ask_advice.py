"""Ask people with lived experience for advice, and close the request."""

from collections.abc import Mapping
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from manumit.spine.access import require
from manumit.spine.identity.actor import Actor
from manumit.spine.records import action
from manumit.spine.records.changing import write
from manumit.spine.workflow.beside import beside
from manumit.spine.workflow.notices.telling import tell

from ..choices import AdviceState, AskedOf
from ..models import Advice, AdviceRequest, Commitment, MeetingDecision, Recommendation
from ..refusing import Refused
from ..rounds import ADVICE_ASKED
from .opening import noted, opened
from .remind import having

ADVISERS: Mapping[AskedOf, frozenset[str]] = {
    AskedOf.NETWORK: frozenset({"consultant"}),
    AskedOf.COUNCIL: frozenset({"council"}),
    AskedOf.BOTH: frozenset({"consultant", "council"}),
}
Subject = Commitment | Recommendation | MeetingDecision
FIELDS: Mapping[type[Any], str] = {
    Commitment: "commitment", Recommendation: "recommendation", MeetingDecision: "decision",
}  # fmt: skip


@action("advice.ask")
def ask_advice(actor: Actor, about: Subject, values: Mapping[str, Any]) -> AdviceRequest:
    """Ask for advice on a commitment, recommendation or meeting decision that the asker may read.

    Raises Denied or Hidden, ValidationError by field.
    """
    require(actor, "read_summary", about.meeting.plan if isinstance(about, MeetingDecision) else about)
    request = AdviceRequest(
        matter=matter_of(about), state_since_at=timezone.now(), **{FIELDS[type(about)]: about}, **values
    )
    opened(actor, request, "advice.ask", source=str(_("The asking agency")), about=str(about.pk))
    tell(ADVICE_ASKED.code, beside(request), having(ADVISERS[AskedOf(request.asked_of)]))
    return request


def matter_of(about: Subject) -> str:
    """Return the words advice is asked about: title and sentence of a commitment, else the text."""
    if isinstance(about, Commitment):
        return "\n".join(filter(None, (about.title, about.sentence)))
    return about.text


@action("advice.close")
def close_advice(actor: Actor, request: AdviceRequest, *, expected_version: int) -> AdviceRequest:
    """Close it once it is said what became of each advice. Raises Denied, Refused, Conflict, NothingToChange."""
    require(actor, "edit", request)
    if request.state == AdviceState.CLOSED:
        raise Refused(_("The request is closed."))
    if Advice.unscoped.filter(request=request, answered_at=None).exists():
        raise Refused(_("Say first what became of each advice: whoever gave it will read that."))
    changes = {"state": AdviceState.CLOSED, "state_since_at": timezone.now()}
    write(request, actor, changes, expected_version=expected_version, source=str(_("The asking agency")))
    noted(actor, request, "advice.close", {})
    return request
