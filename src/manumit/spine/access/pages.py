"""Lists: a union of scopes, one branch a permit, each with its own order and limit, continued by key.

A single WHERE of all permits makes PostgreSQL read and sort everything an agency may see, or all there is for one
that owns nothing. Each branch by itself walks one index in the order of the list and stops after a page.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from django.db import connections
from django.db.models import BigIntegerField, BooleanField, Model, Q
from django.db.models.expressions import RawSQL
from django.utils import timezone

from manumit.spine.identity.actor import Actor

from . import compiler, facts, groups, kinds, naming, policies, written
from .compiler import sql
from .compiler.conditions import Condition, all_of
from .ordering import DEFAULT, Order
from .unions import NothingMatches, Union, Within, narrowing

if TYPE_CHECKING:
    from .scoped import ScopedQuerySet

M = TypeVar("M", bound=Model)
CAP = 1000
FACET_CAP = 10_000


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
class Facets:
    """How often each value stands, by field, among `total` rows; `capped` where there are more rows than that."""

    counts: Mapping[str, Mapping[str, int]]
    total: int
    capped: bool


def page(
    rows: "ScopedQuerySet[M]",
    actor: Actor | None,
    action: str = "",
    *,
    order: Sequence[str] = DEFAULT,
    after: str | None = None,
    before: str | None = None,
    filters: Q | None = None,
    limit: int = 25,
    also: Sequence[str] = (),
    readable: Sequence[str] = (),
    columns: Sequence[str] = (),
    within: Within | None = None,
    at: datetime | None = None,
) -> Page[M]:
    """Return `limit` rows on which `actor` may do `action`, beyond the key `after`, or those before the key `before`.

    `filters` apply inside every scope; the groups of the fields they name, and of the order, must be readable too, as
    must those of the actions in `also`. `within` narrows to what was found by words. `readable` groups are annotated
    as `can_read_<group>`; with `columns` only these fields are loaded, by a statement that stays prepared.

    Raises BadKey.
    """
    wanted, at = Order(rows.model, tuple(order)), at or timezone.now()
    walked = wanted.reversed() if before else wanted
    start = walked.values(key) if (key := before or after) else None
    asked = union_of(rows, actor, action, filters, also, at, wanted, within)
    found: list[M] = []
    if actor and asked:
        keys = asked.page(walked, start, limit + 1)
        if columns:
            flags = _flags(rows.model, actor, readable, at)
            found = walked.sort(written.rows(rows.model, columns, flags, keys, connections[rows.db]))
        else:
            found = walked.sort(_annotated(_chosen(rows, keys, walked), actor, readable, at))
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
    within: Within | None = None,
    at: datetime | None = None,
) -> Count:
    """Return how many rows `actor` may do `action` on, counting no further than `cap`; `filters` as for `page`."""
    asked = union_of(rows, actor, action, filters, also, at or timezone.now(), within=within)
    if asked is None:
        return Count(0, capped=False)
    ((found,),) = _told(rows, asked.count(cap + 1))
    return Count(min(found, cap), capped=found > cap)


def _told(rows: "ScopedQuerySet[M]", statement: sql.Sql) -> list[tuple[Any, ...]]:
    text, values = statement
    with connections[rows.db].cursor() as cursor:
        cursor.execute(text, values)  # type: ignore[arg-type] # its values are objects, the stubs name each type
        found: list[tuple[Any, ...]] = cursor.fetchall()
    return found


def first_keys(
    rows: "ScopedQuerySet[M]",
    actor: Actor | None,
    limit: int,
    *,
    filters: Q | None = None,
    within: Within | None = None,
    also: Sequence[str] = (),
    order: Sequence[str] = DEFAULT,
    at: datetime | None = None,
) -> sql.Sql | None:
    """Return the SQL of the keys of the first `limit` rows `actor` may see, for a statement that adds them up.

    None where there can be none. Options as for `page`.
    """
    wanted = Order(rows.model, tuple(order))
    asked = union_of(rows, actor, "", filters, also, at or timezone.now(), wanted, within)
    return asked.page(wanted, None, limit) if asked else None


def facets(
    rows: "ScopedQuerySet[M]",
    actor: Actor | None,
    columns: Sequence[str],
    *,
    filters: Q | None = None,
    within: Within | None = None,
    cap: int = FACET_CAP,
    order: Sequence[str] = DEFAULT,
    at: datetime | None = None,
) -> Facets:
    """Return how often each value of each of `columns` stands among the rows `actor` may see, the first `cap` of them.

    The groups of the columns must be readable too. `filters` and `within` as for `page`.
    """
    kind, _ = kinds.of(rows.model)
    touched = groups.touched(rows.model, kind, Q(), columns)
    wanted, also = Order(rows.model, tuple(order)), [f"read_{group}" for group in touched]
    asked = union_of(rows, actor, "", filters, also, at or timezone.now(), wanted, within)
    counted: dict[str, dict[str, int]] = {name: {} for name in columns}
    if asked is None:
        return Facets(counted, 0, capped=False)
    for place, value, found in _told(rows, asked.facets(wanted, columns, cap + 1)):
        counted[columns[place]][value or ""] = found
    total = max((sum(each.values()) for each in counted.values()), default=0)
    return Facets(counted, min(total, cap), capped=total > cap)


def union_of(  # noqa: PLR0917 - what a list asks
    rows: "ScopedQuerySet[M]",
    actor: Actor | None,
    action: str,
    filters: Q | None,
    also: Sequence[str],
    at: datetime,
    order: Order | None = None,
    within: Within | None = None,
) -> Union | None:
    """Return the union of the actor's scopes, None where nothing can be in it."""
    kind, through = kinds.of(rows.model)
    action = action or kinds.default_action(through)
    touched = groups.touched(rows.model, kind, filters or Q(), order.names if order else ())
    demanded = {*also, *(f"read_{group}" for group in touched)} - {action}
    sound = actor is not None and facts.asker(actor, kind, action) is not None
    scopes = scopes_of(policies.of(kind), kind, actor, action, tuple(sorted(demanded))) if actor and sound else ()
    try:
        return Union(rows.model, scopes, narrowing(rows, filters), at, rows.db, within) if scopes else None
    except NothingMatches:
        return None


@lru_cache(maxsize=2048)
def scopes_of(
    policy_set: policies.PolicySet, kind: kinds.Kind, actor: Actor, action: str, also: tuple[str, ...]
) -> tuple[Condition, ...]:
    """Return the scopes of a list under the policies of its kind: what `actor` may do `action` on and those in `also`.

    Worked out once an actor, whose facts are sound: what is not must not pass for somebody it compares equal to.
    """
    demanded = all_of(compiler.condition(kind, actor, each) for each in also)
    found = [compiler.within(branch.condition, demanded) for branch in compiler.compiled(kind, actor, action)]
    return tuple(dict.fromkeys(scope for scope in found if scope is not False))


def _chosen(rows: "ScopedQuerySet[M]", keys: tuple[str, list[object]], order: Order) -> "ScopedQuerySet[M]":
    chosen = RawSQL(*keys, output_field=BigIntegerField())  # noqa: S611 - written by unions.py, values bound
    found = rows.within_scope().filter(pk__in=chosen)
    return found.order_by(*order.names) if order.collated else found.order_by()


def _annotated(rows: "ScopedQuerySet[M]", actor: Actor, readable: Sequence[str], at: datetime) -> "ScopedQuerySet[M]":
    """Annotate `can_read_<group>` as text, which spares resolving it; rows of a record need the join of `readable`."""
    _, through = kinds.of(rows.model)
    if through or not readable:
        return rows.readable(actor, readable, at)
    flag: BooleanField[bool, bool] = BooleanField()
    texts = _flags(rows.model, actor, readable, at)
    annotated: ScopedQuerySet[M] = rows.annotate(
        **{name: RawSQL(*text, output_field=flag) for name, text in texts.items()}  # noqa: S611 - our own text
    )
    return annotated


def _flags(model: type[Model], actor: Actor, readable: Sequence[str], at: datetime) -> dict[str, sql.Sql]:
    kind, through = kinds.of(model)
    columns = naming.of(model, kind, through).columns
    rules = {group: compiler.condition(kind, actor, f"read_{group}") for group in readable}
    return {f"can_read_{group}": sql.complete(rule, kind, columns, at, probing=True) for group, rule in rules.items()}


def _page(rows: list[M], order: Order, *, more_after: bool, more_before: bool) -> Page[M]:
    following = order.key(rows[-1]) if rows and more_after else None
    preceding = order.key(rows[0]) if rows and more_before else None
    return Page(rows, following, preceding)
