"""The SQL of a list: one branch a scope, each with the filters, the order and the limit inside.

Branches are written as text around the filters' own SQL, which Django compiles once for all of them: compiling each
branch by the ORM cost more time than PostgreSQL takes to answer.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Any

from django.core.exceptions import EmptyResultSet, FullResultSet
from django.db import connections
from django.db.models import Model, Q

from . import kinds, naming, released_walk
from .compiler import sql
from .compiler.conditions import Condition, Released
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
        text, values = self._first(order, after, limit, (), walking=released_walk.fits(self.model, order))
        return self._after(f"SELECT scoped_key FROM ({text}) scopes", values)

    def _first(
        self, order: Order, after: Sequence[Any] | None, limit: int, also: Sequence[str], *, walking: bool
    ) -> Sql:
        """Return the first `limit` rows: their place in the order, their key, and the columns in `also`."""
        columns = [naming.column(self.model, name) for name in order.columns]
        places = [f"{column} AS k{place}" for place, column in enumerate(columns)]
        order_by = ", ".join(f"{column}{order.direction}" for column in columns)
        beyond = _beyond(order, columns, after, connections[self.using])
        tail = Tail(beyond, f"ORDER BY {order_by} LIMIT {limit}", order.direction, limit)
        chosen = ", ".join([*places, f"{self.names.key} AS scoped_key", *also])
        text, values = self._united(chosen, tail, walking=walking)
        outer = ", ".join(f"k{place}{order.direction}" for place, _ in enumerate(columns))
        return f"{text} ORDER BY {outer} LIMIT {limit}", values

    def count(self, limit: int) -> Sql:
        """Return a query of how many rows there are, no further than `limit`."""
        text, values = self._united(f"{self.names.key} AS scoped_key", Tail(("", []), f"LIMIT {limit}", "", limit))
        return self._after(f"SELECT count(*) FROM ({text} LIMIT {limit}) scopes", values)

    def facets(self, order: Order, columns: Sequence[str], limit: int) -> Sql:
        """Return a query of (place in `columns`, value as text, how many) among the first `limit` rows."""
        taken = [f"{naming.column(self.model, name)} AS f{place}" for place, name in enumerate(columns)]
        rows, values = self._first(order, None, limit, taken, walking=False)
        names = [f"f{place}" for place, _ in enumerate(columns)]
        place = f"{len(names)} - 1 - round(log(2, (2 ^ {len(names)} - 1 - grouping({', '.join(names)}))::numeric))"
        value = f"coalesce({', '.join(f'{name}::text' for name in names)})"
        sets = ", ".join(f"({name})" for name in names)
        return self._after(
            f"SELECT ({place})::int, {value}, count(*) FROM ({rows}) counted GROUP BY GROUPING SETS ({sets})",
            values,
        )

    def _after(self, text: str, values: list[object]) -> Sql:
        before, bound = self.within.before if self.within else ("", [])
        return (f"WITH {before} {text}", [*bound, *values]) if before else (text, values)

    @property
    def names(self) -> naming.Names:
        """The names of the tables and columns read."""
        return naming.of(self.model, *kinds.of(self.model))

    def _united(self, chosen: str, tail: "Tail", *, walking: bool = False) -> Sql:
        """Return the union of the branches; a single one stands in parentheses that may take an order."""
        branches = [branch for scope in self.scopes for branch in self._branches(chosen, scope, tail, walking)]
        values = [value for _, some in branches for value in some]
        if len(branches) == 1:
            return f"SELECT * FROM ({branches[0][0]}) scope", values
        return " UNION ".join(f"({text})" for text, _ in branches), values

    def _branches(self, chosen: str, scope: Condition, tail: "Tail", walking: bool) -> Iterator[Sql]:
        """Return the branches of a scope: what was released has one by its own index, and one for what that lacks."""
        leading, rest = released_walk.leading(scope)
        if leading is None:
            yield self._branch(chosen, self._scope(scope), tail)
            return
        if walking:
            yield self._walk(leading, rest, tail)
        record = self.names.columns[sql.RECORD]
        without = released_walk.those_released(leading, self.kind, record, self.at, unwalked=walking)
        yield self._branch(chosen, _and(without, self._scope(rest)), tail)

    def _branch(self, chosen: str, scope: Sql, tail: "Tail") -> Sql:
        where, values = _and(scope, *self._narrowed, tail.beyond)
        return f"SELECT {chosen} FROM {self.names.tables} WHERE {where} {tail.end}", values

    def _walk(self, leading: Released, rest: Condition, tail: "Tail") -> Sql:
        released = released_walk.in_order(leading, self.kind, self.at, tail.beyond[1], tail.direction)
        where, values = _and(released, self._scope(rest), *self._narrowed)
        return released_walk.statement(self.names, where, tail.direction, tail.limit), values

    def _scope(self, condition: Condition) -> Sql:
        return sql.complete(condition, self.kind, self.names.columns, self.at, probing=True)

    @property
    def _narrowed(self) -> tuple[Sql, Sql]:
        return self.narrowing, self.within.where if self.within else ("", [])

    @property
    def kind(self) -> kinds.Kind:
        """The kind that protects the rows."""
        return kinds.of(self.model)[0]


@dataclass(frozen=True)
class Tail:
    """How every branch goes on after its scope and filters: beyond a key, in an order, up to a limit."""

    beyond: Sql
    end: str
    direction: str
    limit: int


def _and(*parts: Sql) -> Sql:
    told = [(text, values) for text, values in parts if text]
    return " AND ".join(text for text, _ in told), [value for _, values in told for value in values]


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
