"""How a request for a release moves, and the clock by which it is answered."""

from typing import Any

from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from manumit.spine.identity.actor import Actor
from manumit.spine.workflow import IN_WORDS, Procedure, State, Transition, guard
from manumit.spine.workflow.clocks import Clock
from manumit.spine.workflow.clocks.clock import Law
from manumit.spine.workflow.states import Reason
from manumit.values.time_limits import Days

from .choices import Refusal
from .models import ReleaseRequest

HOLDER = _("A supervisor of the agency that was asked decides.")
ASKER = _("Who asked decides, or a colleague who investigates or supervises.")
REFUSALS = tuple(
    Reason(code.value, code.label, in_words=code in {Refusal.ELSEWHERE, Refusal.OTHER}) for code in Refusal
)

ANSWER = Clock(
    name="release_answer",
    title=_("Answer to a request for a release"),
    duty=_("Answer with a release, an offer or a refusal"),
    starts=_("The request is received"),
    limit=Days(30),
    bound=_("The agency that was asked"),
    law=Law("The agreement between the two agencies"),
    note=_("Days and citation are those of the agreement; without one, those that the agency asked has set itself."),
)


@guard(why=_("The day by which it was needed has passed."), help=_("They may ask again."))
def in_time(actor: Actor, request: Any) -> bool:
    """Whether the request has not lapsed."""
    return bool(request.waits(timezone.localdate()))


REQUEST = Procedure(
    name="release_request",
    title=_("How a request for a release is answered"),
    kind=ReleaseRequest.kind,
    initial="asked",
    states=(
        State("asked", _("Asked"), _("The agency that was asked looks for what is meant, and decides")),
        State("offered", _("Less was offered"), _("Who asked accepts what is offered, or does not")),
        State("answered", _("Answered with a release"), _("The release ends by itself, or is recalled"), final=True),
        State("refused", _("Refused"), final=True),
        State("declined", _("Offer not accepted"), final=True),
        State("withdrawn", _("Withdrawn"), final=True),
        State("lapsed", _("Lapsed"), _("The day by which it was needed has passed"), final=True),
    ),
    transitions=(
        Transition(
            name="answer", title=_("Answer with a release"), sources=("asked",), target="answered", action="answer",
            who=HOLDER, reasons=None, guards=(in_time,), serious=True,
        ),
        Transition(
            name="offer_less", title=_("Offer less"), sources=("asked",), target="offered", action="answer",
            who=HOLDER, reasons=None, guards=(in_time,),
        ),
        Transition(
            name="refuse", title=_("Refuse"), sources=("asked", "offered"), target="refused", action="answer",
            who=HOLDER, reasons=REFUSALS,
        ),
        Transition(
            name="accept", title=_("Accept what is offered"), sources=("offered",), target="answered",
            action="accept", who=ASKER, reasons=None, guards=(in_time,),
        ),
        Transition(
            name="decline", title=_("Do not accept it"), sources=("offered",), target="declined", action="accept",
            who=ASKER, reasons=IN_WORDS,
        ),
        Transition(
            name="withdraw", title=_("Withdraw the request"), sources=("asked", "offered"), target="withdrawn",
            action="move", who=ASKER, reasons=IN_WORDS,
        ),
        Transition(
            name="lapse", title=_("Lapse"), sources=("asked", "offered"), target="lapsed", action="lapse",
            who=_("The calendar does it."), reasons=None,
        ),
    ),
)  # fmt: skip
