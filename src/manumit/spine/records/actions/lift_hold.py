"""Let a record be deleted again."""

from django.utils import timezone

from manumit.spine import access, audit
from manumit.spine.identity.actor import Actor

from ..acting import action
from ..models import LegalHold, Record


class NotHeld(Exception):
    """The hold does not stand on this record, or was lifted already."""


@action("hold.lift")
def lift_hold(actor: Actor, record: Record, hold_id: int, *, reason: str) -> LegalHold:
    """Lift one hold of `record`. Raises Denied or Hidden without permission `hold`, NotHeld, ValueError."""
    access.require(actor, "hold", record)
    if not reason.strip():
        raise ValueError("Say why the hold is lifted")
    standing = LegalHold.objects.select_for_update().filter(kind=record.kind, record_id=record.pk, lifted_at=None)
    hold = standing.filter(pk=hold_id).first()
    if hold is None:
        raise NotHeld(f"Hold {hold_id} does not stand on {record.number}")
    hold.lifted_by_id, hold.lifted_at, hold.lifted_reason = actor.person_id, timezone.now(), reason.strip()
    hold.save(update_fields=["lifted_by", "lifted_at", "lifted_reason"])
    audit.record(actor, "hold.lift", kind=record.kind, record_id=record.pk, detail={"hold": hold.pk})
    return hold
