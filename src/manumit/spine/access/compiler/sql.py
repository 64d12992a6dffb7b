"""Conditions as SQL, inside any queryset over the protected model or over rows that belong to it."""

import re
from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from typing import Any as Anything

from django.db.models import BooleanField, Expression, F
from django.db.models.expressions import Combinable

from ..facts import Reference
from ..kinds import Kind
from .conditions import All, Any, Compare, Condition, Holds, Not, OneOf, Released, leaves

Sql = tuple[str, list[object]]

LIVE_RELEASES = (
    "SELECT record_id FROM access_release WHERE agency_id = %s AND kind = %s AND ended_at IS NULL"
    " AND expires_at > %s AND %s = ANY(groups) AND %s = ANY(purposes)"
)
PROBE = (
    "coalesce((SELECT TRUE FROM access_release WHERE record_id = {key} AND agency_id = %s AND kind = %s"
    " AND ended_at IS NULL AND expires_at > %s AND %s = ANY(groups) AND %s = ANY(purposes) LIMIT 1), FALSE)"
)
"""The same of one row: where few rows are asked about, reading all that was released to an agency costs more."""
PLAIN = re.compile(r"[A-Za-z0-9_-]{1,40}")
"""Words of a policy that stand in the text itself: by a bound value a kept plan could choose no partial index."""
RECORD = "pk"


class Visible(Expression):
    """A condition of the policies as a boolean expression, usable in `filter()` and `annotate()`.

    `prefix` is the path to the record from the queried model ("case__" or empty), `at` the moment releases must be
    live at. Attributes whose column may be NULL are required not to be, for every policy alike.
    """

    conditional = True

    def __init__(self, condition: Condition, kind: Kind, at: datetime, prefix: str = "") -> None:
        super().__init__(output_field=BooleanField())
        self.condition, self.kind, self.at = condition, kind, at
        self.names = _columns(condition, kind)
        self.sources: list[Combinable] = [F(prefix + self._column(name)) for name in self.names]

    def _column(self, name: str) -> str:
        return RECORD if name == RECORD else self.kind.facts[name].column

    def get_source_expressions(self) -> list[Anything]:
        """Return the columns read, for Django to resolve."""
        return list(self.sources)

    def set_source_expressions(self, exprs: Sequence[Combinable]) -> None:
        """Take the resolved columns."""
        self.sources = list(exprs)

    def as_sql(self, compiler: Anything, connection: Anything) -> Sql:  # type: ignore[override]
        """Return SQL text and parameters."""
        columns = {name: compiler.compile(source)[0] for name, source in zip(self.names, self.sources, strict=True)}
        return complete(self.condition, self.kind, columns, self.at)


def complete(
    condition: Condition, kind: Kind, columns: Mapping[str, str], at: datetime, *, probing: bool = False
) -> Sql:
    """Return `condition` over the record's `columns` as SQL, false for records that lack any attribute.

    With `probing` releases are looked up row by row, for statements that look at a page of rows.
    """
    present = [f"{columns[attribute.name]} IS NOT NULL" for attribute in kind.nullable]
    text, values = Renderer(columns, kind, at, probing).render(condition)
    return "(" + " AND ".join([*present, text]) + ")", values


def _columns(condition: Condition, kind: Kind) -> tuple[str, ...]:
    """Return which columns the SQL reads: those of the leaves, those that may be NULL, and the key for releases."""
    read = [RECORD if isinstance(leaf, Released | OneOf) else leaf.attribute for leaf in leaves(condition)]
    return tuple(dict.fromkeys([*read, *(attribute.name for attribute in kind.nullable)]))


class Renderer:
    """Writes conditions as SQL over given column names."""

    def __init__(self, columns: Mapping[str, str], kind: Kind, at: datetime, probing: bool = False) -> None:
        self.columns, self.kind, self.at, self.probing = columns, kind, at, probing

    def render(self, condition: Condition) -> Sql:
        """Return SQL text in which `condition` is a boolean, and its parameters."""
        return RENDER[type(condition)](self, condition)

    def _constant(self, value: bool) -> Sql:
        return ("TRUE" if value else "FALSE"), []

    def _compare(self, leaf: Compare) -> Sql:
        column = self.columns[leaf.attribute]
        if isinstance(leaf.value, bool):
            return (column if leaf.value == (leaf.operator == "==") else f"NOT {column}"), []
        value = leaf.value.id if isinstance(leaf.value, Reference) else leaf.value
        operator = "<>" if leaf.operator == "!=" else leaf.operator.replace("==", "=")
        if isinstance(value, str) and PLAIN.fullmatch(value):
            return f"{column} {operator} '{value}'", []
        return f"{column} {operator} %s", [value]

    def _holds(self, leaf: Holds) -> Sql:
        return f"%s = ANY({self.columns[leaf.attribute]})", [leaf.value]

    def _released(self, leaf: Released) -> Sql:
        values = [leaf.agency, self.kind.name, self.at, leaf.group, leaf.purpose]
        key = self.columns[RECORD]
        return PROBE.format(key=key) if self.probing else f"{key} IN ({LIVE_RELEASES})", values

    def _one_of(self, leaf: OneOf) -> Sql:
        return f"{self.columns[RECORD]} = ANY(%s)", [sorted(leaf.keys)]

    def _all(self, condition: All) -> Sql:
        return self._joined(" AND ", condition.parts)

    def _any(self, condition: Any) -> Sql:
        return self._joined(" OR ", condition.parts)

    def _not(self, condition: Not) -> Sql:
        text, values = self.render(condition.part)
        return f"NOT ({text})", values

    def _joined(self, word: str, parts: tuple[Condition, ...]) -> Sql:
        rendered = [self.render(part) for part in parts]
        return "(" + word.join(text for text, _ in rendered) + ")", [value for _, some in rendered for value in some]


RENDER: Mapping[type, Callable[[Renderer, Anything], Sql]] = {
    bool: Renderer._constant,
    Compare: Renderer._compare,
    Holds: Renderer._holds,
    Released: Renderer._released,
    OneOf: Renderer._one_of,
    All: Renderer._all,
    Any: Renderer._any,
    Not: Renderer._not,
}
