"""What pages, API and commands ask about a record's past. The caller has found the record for its asker."""

import json
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db import connection

from manumit.spine.audit.prepared import prepared, wide

from .models import LegalHold, Record

PAGE = 50
NEWEST = 2**31
HISTORY = """
SELECT h.version, h.at, coalesce(p.full_name, ''), coalesce(a.short_name, ''), coalesce(a.name, ''), h.verb, h.changes
FROM records_recordhistory h LEFT JOIN identity_person p ON p.id = h.person_id
LEFT JOIN identity_agency a ON a.id = h.agency_id
WHERE h.kind = %s AND h.record_id = %s AND h.version < %s ORDER BY h.version DESC LIMIT %s
"""


@dataclass(frozen=True, slots=True)
class Step:
    """One version of a record: who made it when by which action, and what of its changes the asker may read.

    `person`, `agency` and `agency_name` are names as they are now, empty for the system. `changes` is as
    `RecordHistory` keeps it.
    """

    version: int
    at: datetime
    person: str
    agency: str
    agency_name: str
    verb: str
    changes: Mapping[str, Mapping[str, Any]]


def history(
    record: Record,
    groups: Collection[str],
    *,
    parts: Mapping[str, str] = {},
    before: int | None = None,
    limit: int | None = PAGE,
) -> tuple[Step, ...]:
    """Return the steps of `record` below version `before`, newest first, with changes in the readable `groups` only.

    `parts` says for what belongs to the record ("vehicles.7.plate") which field group its first word stands for.
    `limit` None asks for all.
    """
    asked = (record.kind, wide(record.pk), wide(before or NEWEST), wide(limit))
    with prepared(connection) as cursor:  # in words of our own: every page of a record pays for it
        cursor.execute(HISTORY, asked)
        rows = cursor.fetchall()
    return tuple(_step(record, row, groups, parts) for row in rows)


def group_of(record: Record, path: str, parts: Mapping[str, str] = {}) -> str:
    """Return the field group of a path in history: a field's own, a part's, or the first word (`people.7.sex`)."""
    first = path.partition(".")[0]
    return parts.get(first) or record.sensitivity.get(first, first)


def holds_on(record: Record) -> tuple[LegalHold, ...]:
    """Return the legal holds that stand on `record`, oldest first."""
    rows = LegalHold.objects.filter(kind=record.kind, record_id=record.pk, lifted_at=None)
    return tuple(rows.select_related("agency", "placed_by").order_by("placed_at"))


def is_held(record: Record) -> bool:
    """Return whether a legal hold stands on `record`."""
    with prepared(connection) as cursor:
        cursor.execute(HELD, (record.kind, wide(record.pk)))
        return bool(cursor.fetchone()[0])


HELD = "SELECT EXISTS (SELECT FROM records_legalhold WHERE kind = %s AND record_id = %s AND lifted_at IS NULL)"


def _step(record: Record, row: Sequence[Any], groups: Collection[str], parts: Mapping[str, str]) -> Step:
    written: Mapping[str, Any] = json.loads(row[-1])
    shown = {path: each for path, each in written.items() if group_of(record, path, parts) in groups}
    version, at, person, agency, agency_name, verb = row[:-1]
    return Step(version, at, person, agency, agency_name, verb, shown)
