"""What the database calls a protected model: its table, its key, and the columns that conditions read."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from django.db import connection
from django.db.models import Model

from . import kinds
from .compiler import sql


@dataclass(frozen=True)
class Names:
    """Quoted names: `tables` to read from, `key` of the rows, `columns` of the deciding record by attribute."""

    tables: str
    key: str
    columns: Mapping[str, str]

    def __hash__(self) -> int:
        return hash(self.tables)


@lru_cache(maxsize=64)
def of(model: type[Model], kind: kinds.Kind, through: kinds.Through | None) -> Names:
    """Return the names for lists over `model`; rows that belong to a record are joined with it."""
    record, key = kind.model_class, column(model, "pk")
    facts = {name: column(record, fact.column) for name, fact in kind.facts.items() if fact.column}
    columns = {**facts, sql.RECORD: column(record, "pk")}
    return Names(_tables(model, record, through), key, columns)


def column(model: type[Model], name: str, alias: str = "") -> str:
    """Return the quoted table (or its `alias`) and column of a field."""
    return _column(model, name, alias)


@lru_cache(maxsize=1024)
def _column(model: type[Model], name: str, alias: str) -> str:
    field = model._meta.pk if name == "pk" else model._meta.get_field(name)
    return f"{_quoted(alias or model._meta.db_table)}.{_quoted(str(field.column))}"  # type: ignore[union-attr]


def _tables(model: type[Model], record: type[Model], through: kinds.Through | None) -> str:
    own = _quoted(model._meta.db_table)
    if through is None:
        return own
    return f"{own} JOIN {_quoted(record._meta.db_table)} ON {column(record, 'pk')} = {column(model, through.path)}"


def _quoted(name: str) -> str:
    return connection.ops.quote_name(name)
