"""How papers between agencies move: the tables, drawn in docs/modules/exchange.md and on screen."""

from typing import Any

from django.utils.translation import gettext_lazy as _

from manumit.spine.identity.actor import Actor
from manumit.spine.workflow import IN_WORDS, Procedure, State, Transition, guard

from .models import SharingAgreement, Signature, Transfer

OF_THE_DRAFTER = _("A supervisor of the agency that drafted it decides.")
OF_EITHER = _("A supervisor of one of the two agencies decides.")


@guard(why=_("Not both agencies have signed."), help=_("Each agency's supervisor signs for their own."))
def both_signed(actor: Actor, agreement: Any) -> bool:
    """Whether each of the two agencies has signed."""
    signed = set(Signature.objects.visible_to(actor).filter(agreement=agreement).values_list("agency_id", flat=True))
    return signed == {agreement.owner_id, agreement.other_id}


AGREEMENT = Procedure(
    name="agreement",
    title=_("How an agreement comes into force and ends"),
    kind=SharingAgreement.kind,
    initial="draft",
    states=(
        State("draft", _("Draft"), _("Seen by the agency that writes it alone")),
        State("offered", _("Offered for signature"), _("Its terms stand still; each agency signs or declines")),
        State("in_force", _("In force"), _("Both have signed; releases may rest on it until it expires")),
        State("declined", _("Declined"), final=True),
        State("ended", _("Ended"), _("Everything released under it has ended with it"), final=True),
    ),
    transitions=(
        Transition(
            name="offer", title=_("Offer it for signature"), sources=("draft",), target="offered", action="move",
            who=OF_THE_DRAFTER, reasons=None,
        ),
        Transition(
            name="enter", title=_("Enter into force"), sources=("offered",), target="in_force", action="supervise",
            who=OF_EITHER, reasons=None, guards=(both_signed,),
        ),
        Transition(
            name="decline", title=_("Decline it"), sources=("offered",), target="declined", action="supervise",
            who=OF_EITHER, reasons=IN_WORDS,
        ),
        Transition(
            name="withdraw", title=_("Withdraw from it"), sources=("in_force",), target="ended", action="supervise",
            who=OF_EITHER, reasons=IN_WORDS, serious=True,
        ),
    ),
)  # fmt: skip

TRANSFER = Procedure(
    name="transfer",
    title=_("How a record is handed over"),
    kind=Transfer.kind,
    initial="offered",
    states=(
        State("offered", _("Offered"), _("The sender remains the owner")),
        State("accepted", _("Accepted"), _("The receiver owns the record; number, history and log stay"), final=True),
        State("declined", _("Declined"), final=True),
        State("withdrawn", _("Taken back"), final=True),
    ),
    transitions=(
        Transition(
            name="accept", title=_("Accept it"), sources=("offered",), target="accepted", action="supervise",
            who=_("A supervisor of the receiving agency decides."), reasons=None, serious=True,
        ),
        Transition(
            name="decline", title=_("Decline it"), sources=("offered",), target="declined", action="supervise",
            who=_("A supervisor of the receiving agency decides."), reasons=IN_WORDS,
        ),
        Transition(
            name="withdraw", title=_("Take it back"), sources=("offered",), target="withdrawn", action="move",
            who=_("A supervisor of the sending agency decides."), reasons=IN_WORDS,
        ),
    ),
)  # fmt: skip
