"""Read sealed whereabouts, saying what for."""

from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from manumit.spine import audit
from manumit.spine.access import require
from manumit.spine.identity.actor import Actor
from manumit.spine.records import action, sealed

from ..models import Case


def reveal_whereabouts(actor: Actor, case: Case, note: str, group: str = "whereabouts") -> dict[str, Any]:
    """Return the sealed values by field, once the leaf with `note` is committed; not to be called in a transaction.

    Raises Denied, Hidden, ValidationError without a note, `sealed.SealedReadsClosed` while the log stands still.
    """
    state_need(actor, case, note, group)
    return sealed.read(actor, case, group)


@action("case.reveal")
def state_need(actor: Actor | None, case: Case, note: str, group: str) -> None:
    """Log why the actor is about to read the sealed `group`. Raises Denied, Hidden, ValidationError."""
    require(actor, f"read_{group}", case)
    if not note.strip():
        raise ValidationError({"note": [_("Say what you need this for.")]})
    audit.record(actor, "case.reveal", kind=Case.kind, record_id=case.pk, group=group, detail={"note": note.strip()})
