"""Live releases, as the facts of a decision."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime

from django.apps import apps
from django.db.models import Model, QuerySet

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
    rows = live(kind.name, agency_id, at).filter(record_id__in=keys)
    return rows.values_list("record_id", "groups", "purposes")
