"""Live releases, as the facts of a decision."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime

from django.apps import apps
from django.db import connection
from django.db.models import Model, QuerySet

from manumit.spine.audit.prepared import prepared, wide

from .kinds import Kind

Triple = tuple[str, str]


def live(kind: str, agency_id: int, at: datetime) -> QuerySet[Model]:
    """Return the releases of records of `kind` to the agency that are live at the moment `at`."""
    rows: QuerySet[Model] = apps.get_model("access.Release")._default_manager.all()
    return rows.filter(kind=kind, agency_id=agency_id, ended_at__isnull=True, expires_at__gt=at)


def of_records(kind: Kind, agency_id: int, records: Sequence[Model], at: datetime) -> Mapping[int, frozenset[Triple]]:
    """Return for each record's key the (group, purpose) pairs released to the agency, in one query."""
    keys = [record.pk for record in records if record.pk is not None]
    found: dict[int, set[Triple]] = {}
    if keys:
        for key, groups, purposes in _rows(kind, agency_id, keys, at):
            found.setdefault(key, set()).update((group, purpose) for group in groups for purpose in purposes)
    return {key: frozenset(pairs) for key, pairs in found.items()}


def _rows(kind: Kind, agency_id: int, keys: Sequence[int], at: datetime) -> Iterable[tuple[int, list[str], list[str]]]:
    """Ask in words of our own, as `live` says: every decision pays for it."""
    wanted = wide(keys[0]) if len(keys) == 1 else list(map(wide, keys))
    with prepared(connection) as cursor:
        cursor.execute(OF_ONE if len(keys) == 1 else OF_MANY, (kind.name, wide(agency_id), at, wanted))
        found: list[tuple[int, list[str], list[str]]] = cursor.fetchall()
    return found


LIVE = (
    "SELECT record_id, groups, purposes FROM access_release"
    " WHERE kind = %s AND agency_id = %s AND ended_at IS NULL AND expires_at > %s"
)
OF_ONE = f"{LIVE} AND record_id = %s"
OF_MANY = f"{LIVE} AND record_id = ANY(%s::bigint[])"
