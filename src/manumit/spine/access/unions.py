"""The SQL of a list: one branch a scope, each with the filters, the order and the limit inside.

Branches are written as text around the filters' own SQL, which Django compiles once for all of them: compiling each
branch by the ORM cost more time than PostgreSQL takes to answer.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Any

from django.core.exceptions import EmptyResultSet, FullResultSet
from django.db import connections
from django.db.models import Model, Q

from . import kinds
from .compiler import sql
from .compiler.conditions import Condition
from .ordering import Order

if TYPE_CHECKING:
    from .scoped import ScopedQuerySet

Sql = sql.Sql


class NothingMatches(Exception):  # noqa: N818 - not an error, an answer
    """The filters exclude every row."""


@dataclass(frozen=True)
class Union:
    """The scopes of a list over `model`, and the SQL that narrows each."""

    model: type[Model]
    scopes: tuple[Condition, ...]
    narrowing: Sql
    at: datetime
    using: str

    def page(self, order: Order, after: Sequence[Any] | None, limit: int) -> Sql:
        """Return a query of the keys of the first `limit` rows beyond `after`."""
        columns = [self._own(field.column) for field in order.fields]
        beyond = _beyond(order, columns, after, connections[self.using])
        order_by = ", ".join(f"{column}{order.direction}" for column in columns)
        chosen = ", ".join(f"{column} AS k{place}" for place, column in enumerate(columns))
        outer = ", ".join(f"k{place}{order.direction}" for place, _ in enumerate(columns))
        branches = [
            self._branch(f"{chosen}, {self._key} AS scoped_key", scope, beyond, order_by, limit)
            for scope in self.scopes
        ]
        text, values = _united(branches)
        return f"SELECT scoped_key FROM ({text} ORDER BY {outer} LIMIT {limit}) scopes", values  # noqa: S608

    def count(self, limit: int) -> Sql:
        """Return a query of how many rows there are, no further than `limit`."""
        branches = [self._branch(f"{self._key} AS scoped_key", scope, ("", []), "", limit) for scope in self.scopes]
        text, values = _united(branches)
        return f"SELECT count(*) FROM ({text} LIMIT {limit}) scopes", values  # noqa: S608

    def _branch(self, chosen: str, scope: Condition, beyond: Sql, order_by: str, limit: int) -> Sql:
        kind, _ = kinds.of(self.model)
        text, values = sql.complete(scope, kind, self._columns(kind), self.at)
        parts = [part for part in (text, self.narrowing[0], beyond[0]) if part]
        ordered = f" ORDER BY {order_by}" if order_by else ""
        query = f"SELECT {chosen} FROM {self._tables} WHERE {' AND '.join(parts)}{ordered} LIMIT {limit}"  # noqa: S608
        return query, [*values, *self.narrowing[1], *beyond[1]]

    @property
    def _key(self) -> str:
        return self._own(_key_column(self.model))

    @property
    def _tables(self) -> str:
        kind, through = kinds.of(self.model)
        own = self._quoted(self.model._meta.db_table)
        if not through:
            return own
        record = kind.model_class
        link = self._own(_column(self.model, through.path))
        key = self._of(record, _key_column(record))
        return f"{own} JOIN {self._quoted(record._meta.db_table)} ON {key} = {link}"

    def _columns(self, kind: kinds.Kind) -> Mapping[str, str]:
        """Return the record's columns by the names conditions use."""
        record = kind.model_class
        named = {name: _column(record, fact.column) for name, fact in kind.facts.items() if fact.column}
        return {name: self._of(record, column) for name, column in {**named, sql.RECORD: _key_column(record)}.items()}

    def _own(self, column: str) -> str:
        return self._of(self.model, column)

    def _of(self, model: type[Model], column: str) -> str:
        return f"{self._quoted(model._meta.db_table)}.{self._quoted(column)}"

    def _quoted(self, name: str) -> str:
        return connections[self.using].ops.quote_name(name)


def narrowing(rows: "ScopedQuerySet[Any]", filters: Q | None) -> Sql:
    """Return the SQL of the rows' own filters and `filters`. Raises NothingMatches, and ValueError for a join."""
    query = (rows.filter(filters) if filters else rows).within_scope().query
    if not query.where:
        return "", []
    try:
        text, values = query.get_compiler(using=rows.db).compile(query.where)
    except FullResultSet:
        return "", []
    except EmptyResultSet:
        raise NothingMatches from None
    if sum(1 for uses in query.alias_refcount.values() if uses) > 1:
        raise ValueError(f"{rows.model.__name__}: filter a list by own fields only; reach others by a subquery.")
    return text, list(values)


def _beyond(order: Order, columns: Sequence[str], after: Sequence[Any] | None, connection: Any) -> Sql:
    """Return the row comparison `(a, b) < (%s, %s)` that walks the index on from `after`."""
    if after is None:
        return "", []
    pairs = zip(order.fields, after, strict=True)
    values = [field.get_db_prep_value(value, connection) for field, value in pairs]
    places = ", ".join(["%s"] * len(values))
    return f"({', '.join(columns)}) {'<' if order.down else '>'} ({places})", values


def _united(branches: Sequence[Sql]) -> Sql:
    """Return the union of the branches; a single one stands as it is, in parentheses that may take an order."""
    values = [value for _, some in branches for value in some]
    if len(branches) == 1:
        return f"SELECT * FROM ({branches[0][0]}) scope", values  # noqa: S608
    return " UNION ".join(f"({text})" for text, _ in branches), values


def _column(model: type[Model], name: str) -> str:
    return str(model._meta.get_field(name).column)  # type: ignore[union-attr]


def _key_column(model: type[Model]) -> str:
    key = model._meta.pk
    return str(key.column) if key else "id"
