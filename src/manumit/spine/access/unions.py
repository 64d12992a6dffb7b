"""The SQL of a list: one branch a scope, each with the filters, the order and the limit inside.

Branches are written as text around the filters' own SQL, which Django compiles once for all of them: compiling each
branch by the ORM cost more time than PostgreSQL takes to answer.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Any

from django.core.exceptions import EmptyResultSet, FullResultSet
from django.db import connections
from django.db.models import Model, Q

from . import kinds, naming
from .compiler import sql
from .compiler.conditions import Condition
from .ordering import Order

if TYPE_CHECKING:
    from .scoped import ScopedQuerySet

Sql = sql.Sql


@dataclass(frozen=True)
class Within:
    """Rows found by other means, such as words: a `where` over the record's own table for every branch.

    `before` is a `name AS MATERIALIZED (...)` that the `where` reads, worked out once for all branches; empty if none.
    Whoever makes one answers for access to the groups it looks at.
    """

    where: Sql
    before: Sql = ("", [])


class NothingMatches(Exception):
    """The filters exclude every row."""


@dataclass(frozen=True)
class Union:
    """The scopes of a list over `model`, and the SQL that narrows each."""

    model: type[Model]
    scopes: tuple[Condition, ...]
    narrowing: Sql
    at: datetime
    using: str
    within: Within | None = None

    def page(self, order: Order, after: Sequence[Any] | None, limit: int) -> Sql:
        """Return a query of the keys of the first `limit` rows beyond `after`."""
        columns = [naming.column(self.model, name) for name in order.columns]
        chosen = ", ".join(f"{column} AS k{place}" for place, column in enumerate(columns))
        order_by = ", ".join(f"{column}{order.direction}" for column in columns)
        tail = Tail(_beyond(order, columns, after, connections[self.using]), f"ORDER BY {order_by} LIMIT {limit}")
        text, values = self._united(f"{chosen}, {self.names.key} AS scoped_key", tail)
        outer = ", ".join(f"k{place}{order.direction}" for place, _ in enumerate(columns))
        return self._after(f"SELECT scoped_key FROM ({text} ORDER BY {outer} LIMIT {limit}) scopes", values)  # noqa: S608

    def count(self, limit: int) -> Sql:
        """Return a query of how many rows there are, no further than `limit`."""
        text, values = self._united(f"{self.names.key} AS scoped_key", Tail(("", []), f"LIMIT {limit}"))
        return self._after(f"SELECT count(*) FROM ({text} LIMIT {limit}) scopes", values)  # noqa: S608

    def _after(self, text: str, values: list[object]) -> Sql:
        before, bound = self.within.before if self.within else ("", [])
        return (f"WITH {before} {text}", [*bound, *values]) if before else (text, values)

    @property
    def names(self) -> naming.Names:
        """The names of the tables and columns read."""
        return naming.of(self.model, *kinds.of(self.model))

    def _united(self, chosen: str, tail: "Tail") -> Sql:
        """Return the union of the branches; a single one stands in parentheses that may take an order."""
        branches = [self._branch(chosen, scope, tail) for scope in self.scopes]
        values = [value for _, some in branches for value in some]
        if len(branches) == 1:
            return f"SELECT * FROM ({branches[0][0]}) scope", values  # noqa: S608
        return " UNION ".join(f"({text})" for text, _ in branches), values

    def _branch(self, chosen: str, scope: Condition, tail: "Tail") -> Sql:
        kind, _ = kinds.of(self.model)
        found = self.within.where if self.within else ("", [])
        parts = [sql.complete(scope, kind, self.names.columns, self.at), self.narrowing, found, tail.beyond]
        where = " AND ".join(text for text, _ in parts if text)
        query = f"SELECT {chosen} FROM {self.names.tables} WHERE {where} {tail.end}"  # noqa: S608
        return query, [value for _, values in parts for value in values]


@dataclass(frozen=True)
class Tail:
    """How every branch goes on after its scope and filters: beyond a key, in an order, up to a limit."""

    beyond: Sql
    end: str


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
