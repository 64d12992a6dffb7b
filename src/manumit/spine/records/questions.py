"""What pages, API and commands ask about a record's past. The caller has found the record for its asker."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from .models import LegalHold, Record, RecordHistory

PAGE = 50


@dataclass(frozen=True, slots=True)
class Step:
    """One version of a record: who made it when by which action, and what of its changes the asker may read.

    `person` and `agency` are names as they are now, empty for the system. `changes` is as `RecordHistory` keeps it.
    """

    version: int
    at: datetime
    person: str
    agency: str
    verb: str
    changes: Mapping[str, Mapping[str, Any]]


def history(
    record: Record, groups: Collection[str], *, before: int | None = None, limit: int = PAGE
) -> tuple[Step, ...]:
    """Return the steps of `record` below version `before`, newest first, with changes in the readable `groups` only."""
    rows = RecordHistory.objects.filter(kind=record.kind, record_id=record.pk).select_related("person", "agency")
    until = rows if before is None else rows.filter(version__lt=before)
    return tuple(_step(record, row, groups) for row in until.order_by("-version")[:limit])


def group_of(record: Record, path: str) -> str:
    """Return the field group of a path in history: a field's own, or the first part (`people.7.sex`)."""
    first = path.partition(".")[0]
    return record.sensitivity.get(first, first)


def holds_on(record: Record) -> tuple[LegalHold, ...]:
    """Return the legal holds that stand on `record`, oldest first."""
    rows = LegalHold.objects.filter(kind=record.kind, record_id=record.pk, lifted_at=None)
    return tuple(rows.select_related("agency", "placed_by").order_by("placed_at"))


def _step(record: Record, row: RecordHistory, groups: Collection[str]) -> Step:
    shown = {path: change for path, change in row.changes.items() if group_of(record, path) in groups}
    person = row.person.full_name if row.person else ""
    return Step(row.version, row.at, person, row.agency.short_name if row.agency else "", row.verb, shown)
