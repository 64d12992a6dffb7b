"""Stop the deletion of a record."""

from manumit.spine import access, audit
from manumit.spine.identity.actor import Actor

from ..acting import action
from ..models import LegalHold, Record


@action("hold.place")
def place_hold(actor: Actor, record: Record, *, reason: str, authority: str) -> LegalHold:
    """Put `record` under legal hold, by `authority` (a court order, a statute). A record may bear several.

    Raises Denied or Hidden without permission `hold`, ValueError without reason or authority.
    """
    access.require(actor, "hold", record)
    if not (reason.strip() and authority.strip()):
        raise ValueError("A legal hold needs its reason and its authority")
    hold = LegalHold.objects.create(
        kind=record.kind, record_id=record.pk, reason=reason.strip(), authority=authority.strip(),
        agency_id=actor.agency_id, placed_by_id=actor.person_id,
    )  # fmt: skip
    audit.record(actor, "hold.place", kind=record.kind, record_id=record.pk, detail={"hold": hold.pk})
    return hold
