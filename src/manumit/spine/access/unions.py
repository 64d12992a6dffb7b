"""The SQL of a list: one branch a scope, each with the filters, the order and the limit inside.

Branches are written as text around the filters' own SQL, which Django compiles once for all of them: compiling each
branch by the ORM cost more time than PostgreSQL takes to answer.
"""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import TYPE_CHECKING, Any

from django.core.exceptions import EmptyResultSet, FullResultSet
from django.db import connections
from django.db.models import Model, Q

from . import kinds, naming, released_walk
from .compiler import sql
from .compiler.conditions import Condition, Released, any_of, leaves
from .hits import NAME, Hits, Sample, sample
from .ordering import Order

if TYPE_CHECKING:
    from .scoped import ScopedQuerySet

Sql = sql.Sql


@dataclass(frozen=True)
class Trial:
    """A condition on each row, over the record's own table, and the index that finds which rows pass, if there is one.

    The index finds all that pass. Where it finds others too, they are tried; where it is `exact` they need not be.
    """

    where: Sql
    hits: Hits | None = None
    exact: bool = False


@dataclass(frozen=True)
class Within:
    """Rows found by other means than the list's own filters, such as words: those that pass all `trials`.

    Whoever makes one answers for access to the groups it looks at. What a sample said is kept in `samples`, for the
    lists that are narrowed by the same.
    """

    trials: tuple[Trial, ...]
    samples: dict[tuple[str, str], Sample] = field(default_factory=dict, compare=False)

    def where(self, found: Hits | None = None) -> Sql:
        """Return what is left to be tried, of every row or of those that `found` finds."""
        return _and(*(trial.where for trial in self.trials if not (trial.exact and trial.hits is found)))


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
        return f"SELECT scoped_key FROM ({text}) scopes", values

    def _first(
        self, order: Order, after: Sequence[Any] | None, limit: int, also: Sequence[str], *, walking: bool
    ) -> Sql:
        """Return the first `limit` rows: their place in the order, their key, and the columns in `also`."""
        found = self._found_sooner(limit, ordered=True)
        columns = self._columns(order, found)
        places = [f"{column} AS k{place}" for place, column in enumerate(columns)]
        order_by = ", ".join(f"{column}{order.direction}" for column in columns)
        beyond = _beyond(order, columns, after, connections[self.using])
        tail = Tail(beyond, f"ORDER BY {order_by} LIMIT {limit}", order.direction, limit)
        chosen = ", ".join([*places, f"{self.names.key} AS scoped_key", *also])
        if found:
            return self._found(found, found.before(order.direction), chosen, tail)
        text, values = self._united(chosen, tail, walking=walking)
        outer = ", ".join(f"k{place}{order.direction}" for place, _ in enumerate(columns))
        return f"{text} ORDER BY {outer} LIMIT {limit}", values

    def count(self, limit: int) -> Sql:
        """Return a query of how many rows there are, no further than `limit`."""
        text, values = self._any(limit)
        return f"SELECT count(*) FROM ({text}) scopes", values

    def keys(self, limit: int) -> Sql:
        """Return a query of the keys of all rows, in no order; of any `limit` of them where there are more."""
        text, values = self._any(limit)
        return f"SELECT scoped_key FROM ({text}) scopes", values

    def keys_scope_by_scope(self, limit: int) -> Sql:
        """Return a query of the same keys, one for each scope a row is in: no further scope is read once it has enough.

        Told apart first, each scope would be read as far as `limit` before any was enough. The plainest comes first:
        what an agency owns is read from an index alone.
        """
        tail = Tail(("", []), f"LIMIT {limit}", "", limit)
        plainest = replace(self, scopes=tuple(sorted(self.scopes, key=lambda scope: len(leaves(scope)))))
        text, values = plainest._united(f"{self.names.key} AS scoped_key", tail, word=" UNION ALL ")
        return f"SELECT scoped_key FROM ({text} LIMIT {limit}) scopes", values

    def among(self, keys: Collection[int]) -> Sql:
        """Return a query of those of `keys` whose rows are in any scope; they go to the database as one text."""
        here: Sql = f"{self.names.key} = ANY(%s::text::bigint[])", ["{" + ",".join(map(str, keys)) + "}"]
        scope = sql.complete(self._any_scope, self.kind, self.names.columns, self.at)
        where, values = _and(here, scope, self.narrowing)
        return f"SELECT {self.names.key} FROM {self.names.tables} WHERE {where}", values

    def _any(self, limit: int) -> Sql:
        chosen, tail = f"{self.names.key} AS scoped_key", Tail(("", []), f"LIMIT {limit}", "", limit)
        found = self._found_sooner(limit, ordered=False)
        if found:
            return self._found(found, found.before(None), chosen, tail)
        text, values = self._united(chosen, tail)
        return f"{text} LIMIT {limit}", values

    def facets(self, order: Order, columns: Sequence[str], limit: int) -> Sql:
        """Return a query of (place in `columns`, value as text, how many) among the first `limit` rows."""
        taken = [f"{naming.column(self.model, name)} AS f{place}" for place, name in enumerate(columns)]
        rows, values = self._first(order, None, limit, taken, walking=False)
        names = [f"f{place}" for place, _ in enumerate(columns)]
        place = f"{len(names)} - 1 - round(log(2, (2 ^ {len(names)} - 1 - grouping({', '.join(names)}))::numeric))"
        value = f"coalesce({', '.join(f'{name}::text' for name in names)})"
        sets = ", ".join(f"({name})" for name in names)
        text = f"SELECT ({place})::int, {value}, count(*) FROM ({rows}) counted GROUP BY GROUPING SETS ({sets})"
        return text, values

    def _found_sooner(self, limit: int, *, ordered: bool) -> Hits | None:
        """Return the index that finds `limit` rows sooner than a walk along the list, None where there is none."""
        trials, kept = (self.within.trials, self.within.samples) if self.within else ((), {})
        samples = [(trial.hits, self._sample(trial.hits, kept)) for trial in trials if trial.hits]
        if not samples:
            return None
        along = max(sample.walked(limit, len(self.scopes)) for _, sample in samples)
        best, least = min(samples, key=lambda each: each[1].found(limit, ordered=ordered))
        return best if least.found(limit, ordered=ordered) < along else None

    def _sample(self, hits: Hits, kept: dict[tuple[str, str], Sample]) -> Sample:
        asked = hits.table, repr(self.scopes)
        if asked not in kept:
            seen = self._scope(self._any_scope)
            kept[asked] = sample(hits, seen, self.names.tables, self.names.key, connections[self.using])
        return kept[asked]

    def _found(self, hits: Hits, before: Sql, chosen: str, tail: "Tail") -> Sql:
        """Return the rows among those that an index finds, in one pass over all scopes: each is tried for every one."""
        left = self.within.where(hits) if self.within else ("", [])
        where, values = _and(self._scope(self._any_scope), self.narrowing, left, tail.beyond)
        tables = f"{NAME} JOIN {self.names.tables} ON {self.names.key} = {NAME}.id"
        text = f"WITH {before[0]} SELECT {chosen} FROM {tables} WHERE {where} {tail.end}"
        return text, [*before[1], *values]

    @property
    def _any_scope(self) -> Condition:
        return any_of(self.scopes)

    def _columns(self, order: Order, found: Hits | None) -> list[str]:
        """Return the columns of the order; what an index found repeats when its record was opened, and is sorted."""
        if found and released_walk.fits(self.model, order):
            return [f"{NAME}.{name}" for name in order.columns]
        return [naming.column(self.model, name) for name in order.columns]

    @property
    def names(self) -> naming.Names:
        """The names of the tables and columns read."""
        return naming.of(self.model, *kinds.of(self.model))

    def _united(self, chosen: str, tail: "Tail", *, walking: bool = False, word: str = " UNION ") -> Sql:
        """Return the union of the branches; a single one stands in parentheses that may take an order."""
        branches = [branch for scope in self.scopes for branch in self._branches(chosen, scope, tail, walking)]
        values = [value for _, some in branches for value in some]
        if len(branches) == 1:
            return f"SELECT * FROM ({branches[0][0]}) scope", values
        return word.join(f"({text})" for text, _ in branches), values

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
        return self.narrowing, self.within.where() if self.within else ("", [])

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
