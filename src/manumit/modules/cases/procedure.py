"""How a case moves: the one table, drawn in docs/modules/cases.md and on screen.

There is no waiting period anywhere in it, and reaching an age is among no reasons: 34 USC 41308.
"""

from collections.abc import Mapping
from typing import Any

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _

from manumit.spine.identity.actor import Actor
from manumit.spine.workflow import IN_WORDS, Citation, Procedure, Reason, State, Transition, guard

from . import choices
from .choices import Outcome, ReopenReason, SuspendReason
from .models import Case

NO_WAITING = Citation("34 USC 41308(1): no waiting period before a report of a missing child is taken", verified=True)
NOT_FOR_AGE = Citation("34 USC 41308: a missing child is not removed for age alone", verified=True)

FOUND = (
    Outcome.LOCATED_SAFE,
    Outcome.LOCATED_DECEASED,
    Outcome.RETURNED_VOLUNTARILY,
    Outcome.IN_CUSTODY,
    Outcome.IDENTIFIED,
)
CLOSED = (
    Outcome.CLEARED_ARREST,
    Outcome.CLEARED_EXCEPTIONAL,
    Outcome.DECLINED,
    Outcome.UNFOUNDED,
    Outcome.DUPLICATE,
)
SUPERVISOR = _("A supervisor decides it.")
INVESTIGATOR = _("An investigator or a supervisor decides it.")
OUTCOMES: Mapping[str, tuple[Outcome, ...]] = {"resolve": FOUND, "close": CLOSED}
"""Which outcomes a step may have. Whether a person is found, an officer confirms; the rest a supervisor decides."""


@guard(
    why=_("The case is marked acute: a life may be in danger."),
    help=_("If the danger has passed, take the mark off first."),
)
def not_acute(actor: Actor, case: Any) -> bool:
    """Nobody puts aside a case in which time is critical."""
    return not case.acute


def _reasons(vocabulary: type[TextChoices]) -> tuple[Reason, ...]:
    return (*(Reason(code, title) for code, title in vocabulary.choices), *IN_WORDS)


CASE = Procedure(
    name="case",
    title=_("How a case moves"),
    kind=Case.kind,
    initial=choices.State.INTAKE,
    states=(
        State("intake", _("Intake"), _("Reported; nobody has taken it up yet")),
        State("active", _("Active"), _("Somebody works on it")),
        State("suspended", _("Suspended"), _("Waiting, with a date on which a supervisor looks again")),
        State("cold", _("Cold"), _("No lead is left; it stays listed and is reviewed")),
        State("resolved", _("Resolved"), _("The person was found or identified, or the case was closed")),
    ),
    transitions=(
        Transition(
            name="activate",
            title=_("Take it up"),
            sources=("intake",),
            target="active",
            action="move",
            who=INVESTIGATOR,
            reasons=None,
            law=(NO_WAITING,),
        ),
        Transition(
            name="suspend",
            title=_("Suspend"),
            sources=("active",),
            target="suspended",
            action="supervise",
            who=SUPERVISOR,
            reasons=_reasons(SuspendReason),
            guards=(not_acute,),
            asks=("review_on",),
            law=(NOT_FOR_AGE,),
        ),
        Transition(
            name="go_cold",
            title=_("Let it go cold"),
            sources=("active", "suspended"),
            target="cold",
            action="supervise",
            who=SUPERVISOR,
            reasons=(Reason("no_leads", SuspendReason.NO_LEADS.label), *IN_WORDS),
            guards=(not_acute,),
            clears=("review_on",),
            law=(NOT_FOR_AGE,),
        ),
        Transition(
            name="resolve",
            title=_("Resolve: found or identified"),
            sources=("intake", "active", "suspended", "cold"),
            target="resolved",
            action="move",
            who=INVESTIGATOR,
            reasons=None,
            asks=("outcome", "confirmed_by"),
            clears=("review_on",),
            serious=True,
        ),
        Transition(
            name="close",
            title=_("Close: cleared, declined, unfounded or duplicate"),
            sources=("intake", "active", "suspended", "cold"),
            target="resolved",
            action="supervise",
            who=SUPERVISOR,
            reasons=IN_WORDS,
            asks=("outcome", "confirmed_by"),
            clears=("review_on",),
            law=(NOT_FOR_AGE,),
            serious=True,
        ),
        Transition(
            name="reopen",
            title=_("Reopen"),
            sources=("suspended", "cold", "resolved"),
            target="active",
            action="move",
            who=INVESTIGATOR,
            reasons=_reasons(ReopenReason),
            clears=("outcome", "confirmed_by", "review_on"),
        ),
    ),
)
