"""How a tip is handed over to another agency's triage: the table, drawn in docs/modules/tips.md and on screen."""

from django.utils.translation import gettext_lazy as _

from manumit.spine.workflow import IN_WORDS, Procedure, State, Transition

from .models import TipHandover

RECEIVER = _("Somebody who triages tips at the receiving agency decides.")

HANDOVER = Procedure(
    name="tip_handover",
    title=_("How a tip is handed over"),
    kind=TipHandover.kind,
    initial="offered",
    states=(
        State("offered", _("Offered"), _("The tip stays where it is, and is worked on there")),
        State("accepted", _("Accepted"), _("The tip waits for the receiver's triage"), final=True),
        State("declined", _("Declined"), final=True),
        State("withdrawn", _("Taken back"), final=True),
    ),
    transitions=(
        Transition(
            name="accept", title=_("Accept it"), sources=("offered",), target="accepted", action="supervise",
            who=RECEIVER, reasons=None,
        ),
        Transition(
            name="decline", title=_("Decline it"), sources=("offered",), target="declined", action="supervise",
            who=RECEIVER, reasons=IN_WORDS,
        ),
        Transition(
            name="withdraw", title=_("Take it back"), sources=("offered",), target="withdrawn", action="move",
            who=_("Somebody who triages tips at the agency that has it decides."), reasons=IN_WORDS,
        ),
    ),
)  # fmt: skip
