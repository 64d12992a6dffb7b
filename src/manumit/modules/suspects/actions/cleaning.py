"""Cleaning values of the rows that belong to a suspect."""

from collections.abc import Mapping
from typing import Any

from manumit.spine.records import rows

from ..models import SuspectPart

KEPT_BY_US = frozenset({"id", "suspect", "withdrawn_at"})


def clean_part(row: SuspectPart, given: Mapping[str, Any]) -> dict[str, Any]:
    """Return `given` cleaned by the fields of `row`. Raises ValidationError by field, also for an unknown one."""
    return rows.clean_row(row, given, kept_by_us=KEPT_BY_US | row.kept_by_us())
