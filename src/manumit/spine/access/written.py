"""Rows read by statements written here: what the ORM spends on one page, a page may take altogether."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache, partial
from typing import Any, Generic, TypeVar, cast

from django.db import connection as default
from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.models import Field, Model
from django.db.models.base import ModelState
from django.db.models.expressions import Col

from manumit.spine.audit.prepared import prepared, wide

from . import naming
from .compiler.sql import Sql

M = TypeVar("M", bound=Model)
NOW: Any = object()
"""Stands in a kept statement for the moment it will be run at."""


@dataclass(frozen=True)
class Statement:
    """SQL text with its values, in which `NOW` stands for a moment yet to come: made once, run often."""

    text: str
    values: tuple[object, ...]

    def run(self, connection: BaseDatabaseWrapper, at: datetime, *more: object) -> list[Sequence[Any]]:
        """Return all rows as of `at`; the values `more` stand after the statement's own."""
        values = [at if value is NOW else bound(value) for value in (*self.values, *more)]
        with prepared(connection) as cursor:
            cursor.execute(self.text, values)
            found: list[Sequence[Any]] = cursor.fetchall()
        return found


@dataclass(frozen=True)
class Loader(Generic[M]):
    """How a row becomes an instance: `names` of its attributes in order, and what turns some values into Python's.

    It does what `Model.from_db` does, but for the signals, which this code does not use: half the price of a list.
    """

    model: type[M]
    names: tuple[str, ...]
    chosen: tuple[str, ...]
    converters: tuple[tuple[int, Callable[[Any], Any]], ...]

    def instance(self, row: Sequence[Any], using: str, **more: Any) -> M:
        """Return the instance of a row that begins with this loader's columns, with attributes `more` beside them."""
        values = list(row[: len(self.names)])
        for place, convert in self.converters:
            values[place] = convert(values[place])
        made = self.model.__new__(self.model)
        made.__dict__.update(zip(self.names, values, strict=True), **more)
        made._state = ModelState()
        made._state.adding, made._state.db = False, using
        return made


@lru_cache(maxsize=256)
def loader(model: type[M], columns: tuple[str, ...] = (), alias: str = "") -> Loader[M]:
    """Return how to load `columns` of `model` (all, where none are named), read from its table or from `alias`."""
    wanted = set(columns)
    fields = [each for each in model._meta.concrete_fields if not wanted or {each.name, each.attname} & wanted]
    converters = [(place, convert) for place, field in enumerate(fields) for convert in _converters(field)]
    chosen = tuple(naming.column(model, field.name, alias) for field in fields)
    return Loader(model, tuple(field.attname for field in fields), chosen, tuple(converters))


def rows(
    model: type[M], columns: Sequence[str], flags: Mapping[str, Sql], keys: Sql, connection: BaseDatabaseWrapper
) -> list[M]:
    """Return the rows whose key `keys` selects, with `columns` loaded and a boolean attribute for each of `flags`."""
    load = loader(model, tuple(columns))
    chosen = ", ".join([*load.chosen, *(text for text, _ in flags.values())])
    key, table = naming.column(model, "pk"), model._meta.db_table
    values = [value for _, some in flags.values() for value in some] + keys[1]
    statement = f'SELECT {chosen} FROM "{table}" WHERE {key} IN ({keys[0]})'
    width, names, using = len(load.names), list(flags), connection.alias
    with prepared(connection) as cursor:
        cursor.execute(statement, [bound(value) for value in values])
        found = cursor.fetchall()
    return [load.instance(row, using, **dict(zip(names, row[width:], strict=True))) for row in found]


def bound(value: object) -> object:
    """Return a value as it is bound to a statement that stays prepared."""
    return wide(value) if type(value) is int else value


def _converters(field: "Field[Any, Any]") -> list[Callable[[Any], Any]]:
    expression = Col(field.model._meta.db_table, field)
    converters = cast(Any, field).get_db_converters(default)
    return [partial(_convert, convert, expression) for convert in converters]


def _convert(convert: Callable[..., Any], expression: Col, value: Any) -> Any:
    return convert(value, expression, default)
