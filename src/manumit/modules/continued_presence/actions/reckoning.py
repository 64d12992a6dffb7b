"""Columns that follow from what was said or done: written as the spine writes them, with history."""

from collections.abc import Mapping
from typing import Any

from django.utils import timezone

from manumit.spine import audit
from manumit.spine.identity.actor import Actor
from manumit.spine.records import NothingToChange, Record
from manumit.spine.records.changing import lock, write

from ..models import PresenceRequest, Waiver
from ..rules import REQUEST_RULES, RequestFacts


def set_columns(actor: Actor | None, record: Record, values: Mapping[str, Any]) -> None:
    """Write `values` where they differ, as a new version; the caller records the leaf."""
    stands = lock(record)
    record.version, record.provenance = stands.version, stands.provenance
    try:
        write(record, actor, values, expected_version=record.version, source="The steps of the request")
    except NothingToChange:
        return


def missing_in(request: PresenceRequest, answers: Mapping[str, Any]) -> list[str]:
    """Return the codes of the rules that stand against `answers` and are not waived today."""
    rows = Waiver.unscoped.filter(request=request, until_on__gte=timezone.localdate())
    waived = set(rows.values_list("rule", flat=True))
    return sorted({each.rule for each in REQUEST_RULES.refused(RequestFacts(answers))} - waived)


def reckon_missing(actor: Actor, request: PresenceRequest, answers: Mapping[str, Any]) -> None:
    """Write which rules stand against the request, where they are others than before."""
    standing = missing_in(request, answers)
    request.refresh_from_db(fields=["missing"])
    if standing == request.missing:
        return
    set_columns(actor, request, {"missing": standing})
    audit.record(actor, "presence.reckon", kind=request.kind, record_id=request.pk)
