"""Move the day a commitment is due; the old day stays in sight."""

from datetime import date

from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from manumit.spine.access import require
from manumit.spine.identity.actor import Actor
from manumit.spine.records import action
from manumit.spine.records.changing import write

from ..models import Commitment, DueDate
from ..refusing import Refused
from .opening import noted
from .publishing import publish_again


@action("commitment.move_due")
def move_due_date(
    actor: Actor, commitment: Commitment, due_on: date, *, reason: str, expected_version: int
) -> Commitment:
    """Set another due date with its reason. Raises Denied or Hidden, Refused, Conflict, NothingToChange."""
    require(actor, "supervise", commitment)
    moved(actor, commitment, due_on, reason=reason, expected_version=expected_version)
    publish_again(commitment)
    noted(actor, commitment, "commitment.move_due", {"to": due_on.isoformat()})
    return commitment


def moved(actor: Actor, commitment: Commitment, due_on: date, *, reason: str, expected_version: int) -> None:
    """Move the date within another action."""
    if not reason.strip():
        raise Refused({"reason": _("Say why the date moves: the old one stays in sight with it.")})
    write(
        commitment,
        actor,
        {"due_on": due_on},
        expected_version=expected_version,
        source=str(_("Decided by the secretariat")),
    )
    DueDate(commitment=commitment, due_on=due_on, reason=reason.strip(), set_at=timezone.now()).save(force_insert=True)
