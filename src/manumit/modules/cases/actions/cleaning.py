"""Cleaning values of the rows that belong to a case."""

from collections.abc import Mapping
from typing import Any

from django.core.exceptions import ValidationError
from django.db import models

KEPT_BY_US = frozenset({"id", "case", "owner"})


def clean_row(row: models.Model, given: Mapping[str, Any]) -> dict[str, Any]:
    """Return `given` cleaned by the fields of `row`. Raises ValidationError by field, also for an unknown one."""
    fields = {field.name: field for field in row._meta.concrete_fields if field.name not in KEPT_BY_US}
    values: dict[str, Any] = {}
    errors: dict[str, Any] = {name: ["There is no such field."] for name in given if name not in fields}
    for name in given.keys() & fields.keys():
        try:
            values[name] = fields[name].clean(given[name], row)
        except ValidationError as error:
            errors[name] = error.error_list
    if errors:
        raise ValidationError(errors)
    return values


def differing(row: models.Model, values: Mapping[str, Any]) -> dict[str, tuple[Any, Any]]:
    """Return (old, new) of each value that is not yet so."""
    return {name: (getattr(row, name), new) for name, new in values.items() if getattr(row, name) != new}
