"""Lists: a union of scopes, one branch a permit, each with its own order and limit, continued by key.

A single WHERE of all permits makes PostgreSQL read and sort everything an agency may see, or all there is for one
that owns nothing. Each branch by itself walks one index in the order of the list and stops after a page.
"""

import base64
import binascii
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from django.core.exceptions import ValidationError
from django.core.serializers.json import DjangoJSONEncoder
from django.db import connections
from django.db.models import BigIntegerField, BooleanField, Expression, F, Field, Model, Q
from django.db.models.expressions import RawSQL
from django.utils import timezone

from manumit.spine.identity.actor import Actor

from . import compiler, groups, kinds
from .compiler.conditions import Condition, all_of
from .errors import BadKey

if TYPE_CHECKING:
    from .scoped import ScopedQuerySet

M = TypeVar("M", bound=Model)
CAP = 1000
DEFAULT_ORDER = ("-opened_at", "-id")


@dataclass(frozen=True)
class Page(Generic[M]):
    """One page: `rows` in order, and the keys of the pages after and before it, None where there is none."""

    rows: list[M]
    next_key: str | None
    previous_key: str | None


@dataclass(frozen=True)
class Count:
    """How many rows: exact, or at least `value` where `capped`."""

    value: int
    capped: bool


@dataclass(frozen=True)
class Order:
    """The order of a list: fields of the model itself, all up or all down, the last one unique, none NULL."""

    model: type[Model]
    names: tuple[str, ...]

    def __post_init__(self) -> None:
        """Raise ValueError for an order that no single index serves or that a key cannot pass over."""
        if len({name.startswith("-") for name in self.names}) != 1:
            raise ValueError(f"Order {self.names}: all fields up or all down.")
        if any(getattr(field, "null", True) for field in self.fields):
            raise ValueError(f"Order {self.names}: a field that may be NULL cannot carry a page key.")

    @property
    def down(self) -> bool:
        """Whether the order descends."""
        return self.names[0].startswith("-")

    @property
    def columns(self) -> tuple[str, ...]:
        """The fields without their direction."""
        return tuple(name.removeprefix("-") for name in self.names)

    @property
    def fields(self) -> "list[Field[Any, Any]]":
        """The model's fields in this order."""
        return [self.model._meta.get_field(name) for name in self.columns]  # type: ignore[misc]

    def reversed(self) -> "Order":
        """Return the opposite order."""
        return Order(self.model, tuple(name[1:] if name.startswith("-") else f"-{name}" for name in self.names))

    def key(self, row: Any) -> str:
        """Return the key of `row` (an instance or a dict of values): what a later page continues after."""
        values = [row[name] if isinstance(row, Mapping) else getattr(row, name) for name in self.columns]
        return base64.urlsafe_b64encode(json.dumps(values, cls=DjangoJSONEncoder).encode()).decode().rstrip("=")

    def values(self, key: str) -> list[Any]:
        """Return the values in `key`. Raises BadKey."""
        try:
            values = json.loads(base64.urlsafe_b64decode(key + "=" * (-len(key) % 4)))
            pairs = zip(self.fields, values, strict=True)
            return [_sound(field.to_python(value)) for field, value in pairs]
        except (ValueError, TypeError, binascii.Error, ValidationError, RecursionError) as error:
            raise BadKey("not a key of this list") from error


class Beyond(Expression):
    """The rows that come after `values` in `order`: one row comparison, which walks the index from there."""

    conditional = True

    def __init__(self, order: Order, values: Sequence[Any]) -> None:
        super().__init__(output_field=BooleanField())
        self.order, self.values = order, values
        self.sources: list[Any] = [F(name) for name in order.columns]

    def get_source_expressions(self) -> list[Any]:
        """Return the columns of the order."""
        return list(self.sources)

    def set_source_expressions(self, exprs: Sequence[Any]) -> None:
        """Take the resolved columns."""
        self.sources = list(exprs)

    def as_sql(self, compiler: Any, connection: Any) -> tuple[str, list[Any]]:
        """Return `(a, b) < (%s, %s)` and its parameters."""
        columns = ", ".join(compiler.compile(source)[0] for source in self.sources)
        pairs = zip(self.order.fields, self.values, strict=True)
        values = [field.get_db_prep_value(value, connection) for field, value in pairs]
        places = ", ".join(["%s"] * len(values))
        return f"({columns}) {'<' if self.order.down else '>'} ({places})", values


@dataclass(frozen=True)
class Question(Generic[M]):
    """What a list asks: the scopes, what narrows them, in which order."""

    rows: "ScopedQuerySet[M]"
    scopes: tuple[Condition, ...]
    order: Order
    at: datetime

    def union(self, after: Sequence[Any] | None, limit: int) -> tuple[str, list[Any]]:
        """Return SQL naming the keys of the first `limit` rows beyond `after`, and its parameters."""
        branches = [self._branch(scope, after, limit) for scope in self.scopes]
        values = [value for _, some in branches for value in some]
        return f"SELECT scoped_key FROM ({self._joined([text for text, _ in branches], limit)}) scopes", values  # noqa: S608

    def _joined(self, texts: Sequence[str], limit: int) -> str:
        if len(texts) == 1:
            return texts[0]
        direction = " DESC" if self.order.down else ""
        order = ", ".join(f"{position}{direction}" for position in range(1, len(self.order.names) + 1))
        return " UNION ".join(f"({text})" for text in texts) + f" ORDER BY {order} LIMIT {limit}"

    def _branch(self, scope: Condition, after: Sequence[Any] | None, limit: int) -> tuple[str, list[Any]]:
        rows = self.rows.scoped_by(scope, self.at)
        rows = rows.filter(Beyond(self.order, after)) if after else rows
        named = rows.annotate(scoped_key=F("pk")).order_by(*self.order.names)
        named = named.values_list(*self.order.columns, "scoped_key")[:limit]
        return _sql(named)


def page(
    rows: "ScopedQuerySet[M]",
    actor: Actor | None,
    action: str = "",
    *,
    order: Sequence[str] = DEFAULT_ORDER,
    after: str | None = None,
    before: str | None = None,
    filters: Q | None = None,
    limit: int = 25,
    also: Sequence[str] = (),
    readable: Sequence[str] = (),
    at: datetime | None = None,
) -> Page[M]:
    """Return `limit` rows on which `actor` may do `action`, beyond the key `after`, or those before the key `before`.

    `filters` apply inside every scope; the groups of the fields they name, and of the order, must be readable too, as
    must those of the actions in `also`. `readable` groups are annotated as `can_read_<group>`. Raises BadKey.
    """
    wanted = Order(rows.model, tuple(order))
    asked = _question(rows, actor, action, wanted.reversed() if before else wanted, filters, also, at)
    key = before or after
    found = _fetch(asked, asked.order.values(key) if key else None, limit + 1, actor, readable)
    more, shown = len(found) > limit, found[:limit]
    if before:
        return _page(shown[::-1], wanted, more_after=True, more_before=more)
    return _page(shown, wanted, more_after=more, more_before=bool(after))


def count(
    rows: "ScopedQuerySet[M]",
    actor: Actor | None,
    action: str = "",
    *,
    filters: Q | None = None,
    also: Sequence[str] = (),
    cap: int = CAP,
    order: Sequence[str] = DEFAULT_ORDER,
    at: datetime | None = None,
) -> Count:
    """Return how many rows `actor` may do `action` on, counting no further than `cap`."""
    asked = _question(rows, actor, action, Order(rows.model, tuple(order)), filters, also, at)
    if not asked.scopes:
        return Count(0, capped=False)
    text, values = asked.union(None, cap + 1)
    with connections[rows.db].cursor() as cursor:
        cursor.execute(f"SELECT count(*) FROM ({text}) counted", values)  # noqa: S608
        found = int(cursor.fetchone()[0])
    return Count(min(found, cap), capped=found > cap)


def _question(
    rows: "ScopedQuerySet[M]",
    actor: Actor | None,
    action: str,
    order: Order,
    filters: Q | None,
    also: Sequence[str],
    at: datetime | None,
) -> Question[M]:
    kind, through = kinds.of(rows.model)
    action = action or (f"read_{through.group}" if through else "read_summary")
    touched = groups.touched(rows.model, kind, filters or Q(), order.names)
    demanded = dict.fromkeys([*also, *(f"read_{group}" for group in sorted(touched))])
    demanded.pop(action, None)
    scopes = _scopes(kind, actor, action, tuple(demanded)) if actor else ()
    return Question(rows.filter(filters) if filters else rows, scopes, order, at or timezone.now())


def _scopes(kind: kinds.Kind, actor: Actor, action: str, also: tuple[str, ...]) -> tuple[Condition, ...]:
    demanded = all_of(compiler.condition(kind, actor, each) for each in also)
    found = [compiler.within(branch.condition, demanded) for branch in compiler.compiled(kind, actor, action)]
    return tuple(dict.fromkeys(scope for scope in found if scope is not False))


def _fetch(
    asked: Question[M], after: Sequence[Any] | None, limit: int, actor: Actor | None, readable: Sequence[str]
) -> list[M]:
    if not asked.scopes or actor is None:
        return []
    keys = RawSQL(*asked.union(after, limit), output_field=BigIntegerField())  # noqa: S611
    rows = asked.rows.scoped_by(True, asked.at).filter(pk__in=keys).order_by(*asked.order.names)
    return list(rows.readable(actor, readable, asked.at) if readable else rows)


def _page(rows: list[M], order: Order, *, more_after: bool, more_before: bool) -> Page[M]:
    following = order.key(rows[-1]) if rows and more_after else None
    preceding = order.key(rows[0]) if rows and more_before else None
    return Page(rows, following, preceding)


def _sql(rows: Any) -> tuple[str, list[Any]]:
    text, values = rows.query.get_compiler(using=rows.db).as_sql()
    return text, list(values)


def _sound(value: Any) -> Any:
    if value is None:
        raise BadKey("an empty value in a key")
    return value
