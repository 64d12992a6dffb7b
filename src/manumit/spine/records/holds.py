"""Which records may not be deleted now."""

from collections.abc import Iterable
from typing import Any

from django.db import models

from .models import LegalHold, Record


class Held(Exception):
    """A record is under legal hold and stays. `reasons` say why."""

    def __init__(self, number: str, reasons: tuple[str, ...]) -> None:
        super().__init__(f"{number} is under legal hold: {'; '.join(reasons)}")
        self.reasons = reasons


def live(kind: str, record_ids: Iterable[int]) -> dict[int, tuple[str, ...]]:
    """Return the reasons of the holds that stand, by record."""
    found: dict[int, tuple[str, ...]] = {}
    holds = LegalHold.objects.filter(kind=kind, record_id__in=list(record_ids), lifted_at=None).order_by("placed_at")
    for record_id, reason, authority in holds.values_list("record_id", "reason", "authority"):
        found[record_id] = (*found.get(record_id, ()), f"{reason} ({authority})")
    return found


def standing_on(record_id: Any) -> models.QuerySet[LegalHold]:
    """Return the holds that stand on the record of an outer query's row, which has its `record_kind`."""
    return LegalHold.objects.filter(kind=models.OuterRef("record_kind"), record_id=record_id, lifted_at=None)


def demand_none(record: Record) -> None:
    """Raise Held if `record` is under a hold."""
    reasons = live(record.kind, [record.pk]).get(record.pk)
    if reasons:
        raise Held(record.number, reasons)
