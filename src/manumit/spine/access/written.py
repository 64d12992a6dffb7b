"""Rows of a list read by a statement written here: what the ORM spends on one page, a page may take altogether."""

from collections.abc import Mapping, Sequence
from typing import Any, TypeVar

from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.models import Model

from manumit.spine.audit.prepared import prepared, wide

from . import naming
from .compiler.sql import Sql

M = TypeVar("M", bound=Model)


def rows(
    model: type[M], columns: Sequence[str], flags: Mapping[str, Sql], keys: Sql, connection: BaseDatabaseWrapper
) -> list[M]:
    """Return the rows whose key `keys` selects, with `columns` loaded and a boolean attribute for each of `flags`.

    The fields must be such as the driver reads by itself: text, numbers, moments, booleans.
    """
    fields = [field for field in model._meta.concrete_fields if {field.name, field.attname} & set(columns)]
    loaded = [naming.column(model, field.name) for field in fields]
    chosen = ", ".join([*loaded, *(text for text, _ in flags.values())])
    key, table = naming.column(model, "pk"), model._meta.db_table
    values = [value for _, some in flags.values() for value in some] + keys[1]
    statement = f'SELECT {chosen} FROM "{table}" WHERE {key} IN ({keys[0]})'  # noqa: S608 - all names are the model's
    names = [field.attname for field in fields]
    with prepared(connection) as cursor:
        cursor.execute(statement, [_bound(value) for value in values])
        return [_instance(model, connection.alias, names, list(flags), row) for row in cursor.fetchall()]


def _bound(value: Any) -> Any:
    return wide(value) if type(value) is int else value


def _instance(model: type[M], using: str, fields: list[str], flags: list[str], row: Sequence[Any]) -> M:
    instance = model.from_db(using, fields, row[: len(fields)])
    for name, value in zip(flags, row[len(fields) :], strict=True):
        setattr(instance, name, value)
    return instance
