"""Cleaning values of the rows that belong to a case."""

from collections.abc import Mapping
from typing import Any

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _

from ..models import CasePerson

KEPT_BY_US = frozenset({"id", "case", "owner", "withdrawn_at", "superseded_by", "source_key"})


def clean_row(row: models.Model, given: Mapping[str, Any]) -> dict[str, Any]:
    """Return `given` cleaned by the fields of `row`. Raises ValidationError by field, also for an unknown one."""
    fields = {field.name: field for field in row._meta.concrete_fields if field.name not in KEPT_BY_US}
    values: dict[str, Any] = {}
    errors: dict[str, Any] = {name: ["There is no such field."] for name in given if name not in fields}
    for name in given.keys() & fields.keys():
        try:
            values[name] = _cleaned(fields[name], given[name], row)
        except ValidationError as error:
            errors[name] = error.error_list
    if errors:
        raise ValidationError(errors)
    return values


def _cleaned(field: Any, given: Any, row: models.Model) -> Any:
    return field.clean(given, row) if field.name != "person" else _person(given, row)


def _person(given: Any, row: Any) -> CasePerson | None:
    """Return the person of the row's own case; nobody of another case can be meant. Raises ValidationError."""
    if given in (None, ""):
        return None
    pk = given.pk if isinstance(given, CasePerson) else given
    found = CasePerson.unscoped.filter(case_id=row.case_id, pk=pk, withdrawn_at=None).first()
    if found is None:
        raise ValidationError(_("This person is not in the case."))
    return found


def differing(row: models.Model, values: Mapping[str, Any]) -> dict[str, tuple[Any, Any]]:
    """Return (old, new) of each value that is not yet so."""
    return {name: (getattr(row, name), new) for name, new in values.items() if getattr(row, name) != new}
