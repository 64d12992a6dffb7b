"""How a suspect moves: the one table, drawn in docs/modules/suspects.md and on screen. No step is automatic."""

from typing import Any

from django.utils.translation import gettext_lazy as _

from manumit.spine.identity.actor import Actor
from manumit.spine.workflow import IN_WORDS, Citation, Procedure, Reason, State, Transition, guard

from .models import Charge, Suspect

SUSPICION = Citation("28 CFR 23.20(a): kept only where criminal activity is reasonably suspected", verified=True)
NON_PUNISHMENT = Citation("22 USC 7101(b)(19): victims are not punished for what they were forced to do")
SUPERVISOR = _("A supervisor decides it.")
INVESTIGATOR = _("An investigator or a supervisor decides it.")

SUSPECTED = (
    Reason("witness", _("A witness or victim identified the person")),
    Reason("physical", _("Physical or biological evidence")),
    Reason("digital", _("Telephone, account or other digital evidence")),
    Reason("admission", _("The person's own words")),
    *IN_WORDS,
)
CLEARED = (
    Reason("elsewhere", _("The person was elsewhere")),
    Reason("mistaken", _("Mistaken identity")),
    Reason("another", _("Somebody else did it")),
    Reason("no_basis", _("No basis stands any more")),
    *IN_WORDS,
)


@guard(why=_("No basis stands."), help=_("Record what is known, with its source; a weak grading of both carries none."))
def basis_stands(actor: Actor, suspect: Any) -> bool:
    """Whether an articulable basis stands whose grading lets it carry a suspicion."""
    return bool(suspect.has_basis)


@guard(
    why=_("The person was, or may have been, under 18."),
    help=_("A supervisor takes the step of its own for that, and considers forced criminality."),
)
def adult(actor: Actor, suspect: Any) -> bool:
    """Whether the person is known to have been an adult."""
    return not suspect.minor


@guard(why=_("The person was an adult."), help=_("Take the ordinary step."))
def under_18(actor: Actor, suspect: Any) -> bool:
    """Whether the person is treated as under 18."""
    return bool(suspect.minor)


@guard(why=_("No charge is recorded."), help=_("Record the charge first, with its statute and day."))
def charge_stands(actor: Actor, suspect: Any) -> bool:
    """Whether a charge is recorded."""
    return Charge.objects.visible_to(actor).filter(suspect=suspect, withdrawn_at=None).exists()


SUSPECT = Procedure(
    name="suspect",
    title=_("How a suspect moves"),
    kind=Suspect.kind,
    field="standing",
    since="standing_since_at",
    initial="person_of_interest",
    states=(
        State("person_of_interest", _("Person of interest"), _("Somebody to speak with or look at; no suspect")),
        State("suspect", _("Suspect"), _("Reasonably suspected on a recorded basis")),
        State("arrested", _("Arrested"), _("Taken into custody")),
        State("charged", _("Charged"), _("Charges are filed; the record is kept while they are pending")),
        State("concluded", _("Proceedings concluded"), _("Convicted, acquitted, dismissed or otherwise ended")),
        State("cleared", _("Cleared"), _("No longer under suspicion; matched with nothing")),
    ),
    transitions=(
        Transition(
            name="name_suspect", title=_("Name as suspect"), sources=("person_of_interest",), target="suspect",
            action="move", who=INVESTIGATOR, reasons=SUSPECTED, guards=(basis_stands, adult), law=(SUSPICION,),
            serious=True,
        ),
        Transition(
            name="name_young_suspect", title=_("Name somebody under 18 as suspect"), sources=("person_of_interest",),
            target="suspect", action="supervise", who=SUPERVISOR, reasons=IN_WORDS, guards=(basis_stands, under_18),
            asks=("forced_criminality",), law=(SUSPICION, NON_PUNISHMENT), serious=True,
        ),
        Transition(
            name="step_back", title=_("Of interest only"), sources=("suspect",), target="person_of_interest",
            action="move", who=INVESTIGATOR, reasons=IN_WORDS, clears=("forced_criminality",),
        ),
        Transition(
            name="arrest", title=_("Record the arrest"), sources=("suspect",), target="arrested", action="move",
            who=INVESTIGATOR, reasons=None, guards=(basis_stands,), asks=("arrested_on",), serious=True,
        ),
        Transition(
            name="let_go", title=_("Released without charge"), sources=("arrested",), target="suspect", action="move",
            who=INVESTIGATOR, reasons=IN_WORDS,
        ),
        Transition(
            name="charge", title=_("Record that charges are filed"), sources=("suspect", "arrested"), target="charged",
            action="move", who=INVESTIGATOR, reasons=None, guards=(charge_stands,), serious=True,
        ),
        Transition(
            name="conclude", title=_("Conclude the proceedings"), sources=("charged",), target="concluded",
            action="move", who=INVESTIGATOR, reasons=None, asks=("outcome",), serious=True,
        ),
        Transition(
            name="clear", title=_("Clear the person"), sources=("person_of_interest", "suspect", "arrested"),
            target="cleared", action="move", who=INVESTIGATOR, reasons=CLEARED, serious=True,
        ),
        Transition(
            name="reopen", title=_("Of interest again"), sources=("cleared", "concluded"),
            target="person_of_interest", action="move", who=INVESTIGATOR, reasons=IN_WORDS, guards=(basis_stands,),
            clears=("outcome", "forced_criminality", "arrested_on"), law=(SUSPICION,),
        ),
    ),
)  # fmt: skip
