"""Opening a record of the action plan: permission, number, owner, source, first step of its history."""

from collections.abc import Mapping
from typing import Any, TypeVar

from django.utils import timezone

from manumit.spine import audit
from manumit.spine.access import Denied, allowed
from manumit.spine.identity.actor import Actor
from manumit.spine.identity.models import Agency
from manumit.spine.records import Record, numbers, provenance
from manumit.spine.records.changing import step

R = TypeVar("R", bound=Record)


def opened(
    actor: Actor,
    record: R,
    verb: str,
    *,
    source: str,
    owner_id: int | None = None,
    origin: str = "entered",
    **detail: Any,
) -> R:
    """Save a new `record`, owned by the actor's agency unless `owner_id` says otherwise, with its leaf.

    Raises Denied, ValidationError by field, ValueError without a source.
    """
    now = timezone.now()
    record.owner_id, record.origin = owner_id or actor.agency_id, origin
    record.opened_at, record.changed_at = now, now
    record.provenance = provenance.begin(provenance.said(source))
    decision = allowed(actor, "create", record)
    if not decision:
        raise Denied(decision)
    record.clean_fields(exclude=["number", "provenance", "owner"])
    record.number = numbers.allocate(record.number_prefix)
    record.save(force_insert=True)
    step(record, actor, {})
    audit.record(actor, verb, kind=record.kind, record_id=record.pk, detail=detail)
    return record


def agency_for(code: str) -> Agency | None:
    """Return the agency of this install with that code as its short name, or None."""
    return Agency.objects.filter(short_name=code).first()


def noted(actor: Actor, record: Record, verb: str, detail: Mapping[str, Any]) -> None:
    """Record the leaf of an act on `record`."""
    audit.record(actor, verb, kind=record.kind, record_id=record.pk, detail=dict(detail))
