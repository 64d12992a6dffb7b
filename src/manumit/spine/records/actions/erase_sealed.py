"""Make a record's sealed values unreadable for ever."""

from django.utils import timezone

from manumit.spine import access, audit
from manumit.spine.identity.actor import Actor

from .. import holds
from ..acting import action
from ..models import Record, RecordKey


class NothingSealed(Exception):
    """The record holds no sealed value that could be erased."""


@action("sealed.erase")
def erase_sealed(actor: Actor, record: Record, *, reason: str) -> None:
    """Destroy the key of `record`: its sealed values can be opened by nobody, here or in copies made from now on.

    What is sealed later gets a new key. Raises Denied or Hidden without permission `seal`, Held under a legal hold,
    NothingSealed, ValueError without reason.
    """
    access.require(actor, "seal", record)
    if not reason.strip():
        raise ValueError("Say why the sealed values are erased")
    holds.demand_none(record)
    live = RecordKey.objects.filter(kind=record.kind, record_id=record.pk, destroyed_at=None)
    if not live.update(wrapped=b"", destroyed_at=timezone.now()):
        raise NothingSealed(record.number)
    audit.record(actor, "sealed.erase", kind=record.kind, record_id=record.pk, detail={"reason": reason.strip()})
