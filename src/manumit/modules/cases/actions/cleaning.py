"""Cleaning values of the rows that belong to a case."""

from collections.abc import Mapping
from typing import Any

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _

from manumit.spine.records import rows

from ..models import CasePerson

KEPT_BY_US = frozenset({"id", "case", "owner", "withdrawn_at", "superseded_by", "source_key"})


def clean_row(row: models.Model, given: Mapping[str, Any]) -> dict[str, Any]:
    """Return `given` cleaned by the fields of `row`. Raises ValidationError by field, also for an unknown one."""
    return rows.clean_row(row, given, kept_by_us=KEPT_BY_US, cleaners={"person": _person})


def _person(given: Any, row: Any) -> CasePerson | None:
    """Return the person of the row's own case; nobody of another case can be meant. Raises ValidationError."""
    if given in (None, ""):
        return None
    pk = given.pk if isinstance(given, CasePerson) else given
    found = CasePerson.unscoped.filter(case_id=row.case_id, pk=pk, withdrawn_at=None).first()
    if found is None:
        raise ValidationError(_("This person is not in the case."))
    return found
