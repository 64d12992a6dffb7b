"""Models that cannot be read without saying who asks.

The guard sits where Django turns a query into SQL (`Query.get_compiler`), so fetching, iterating, counting, `exists`,
aggregates, `in_bulk` and use as a subquery all meet it; `update` and `delete` change the query's class and are guarded
by name. Base and related managers are guarded too. An instance in hand was obtained through a scope: it may save and
refresh itself.
"""

import sys
from collections.abc import Collection, Hashable, Iterator, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import datetime
from typing import Any, NoReturn, Self, TypeVar, cast

from django.db import models
from django.db.models.manager import ManagerDescriptor
from django.db.models.query import RawQuerySet
from django.db.models.sql import Query
from django.utils import timezone
from django.utils.translation import get_language

from manumit.spine.identity.actor import Actor

from . import compiler, groups, keys, kinds, labels, pages
from .compiler import sql
from .compiler.sql import Visible
from .errors import Unscoped
from .unscoped import allows

M = TypeVar("M", bound=models.Model)
_lifted: ContextVar[bool] = ContextVar("manumit_access_lifted", default=False)


@contextmanager
def _lift() -> Iterator[None]:
    """Let an instance in hand, or a delete already allowed, reach its own rows."""
    token = _lifted.set(True)
    try:
        yield
    finally:
        _lifted.reset(token)


class ScopedQuery(Query):
    """A query that becomes SQL only once a scope was set on it."""

    scoped = False
    readable: frozenset[str] | None = None

    def get_compiler(self, *args: Any, **options: Any) -> Any:
        """Return Django's compiler. Raises Unscoped, and Unreadable for a filter or order by what may not be read."""
        self.demand_scope()
        if self.readable is not None and not _lifted.get():
            groups.demand(self, self.readable)
        return super().get_compiler(*args, **options)

    def demand_scope(self, doing: str = "") -> None:
        """Raise Unscoped unless a scope was set."""
        if not (self.scoped or _lifted.get()):
            raise Unscoped(cast(type, self.model), doing)

    def combine(self, rhs: Query, connector: str) -> None:
        """Combine with `|`, `&` or `^`; every side needs its own scope."""
        self.demand_scope("combined")
        if isinstance(rhs, ScopedQuery):
            rhs.demand_scope("combined")
        super().combine(rhs, connector)


class ScopedQuerySet(models.QuerySet[M]):
    """A queryset of protected rows."""

    def __init__(
        self,
        model: type[models.Model] | None = None,
        query: Query | None = None,
        using: str | None = None,
        hints: dict[str, models.Model] | None = None,
    ) -> None:
        super().__init__(model, query or ScopedQuery(model), using, hints)

    def visible_to(self, actor: Actor | None, action: str = "", at: datetime | None = None) -> Self:
        """Return the rows on which `actor` may do `action` at the moment `at` (now).

        `action` defaults to reading the summary, or the rows' own group where they belong to a record. Nobody (None)
        sees nothing. Filters and orders may use the summary and the group that `action` reads. Ordered lists over many
        rows use `page()`, which keeps to its indexes.
        """
        kind, through = kinds.of(self.model)
        action, marked = action or kinds.default_action(through), self._marked()
        cast(ScopedQuery, marked.query).readable = frozenset({"summary", kind.group_of(action)})
        if actor is None:
            return marked.none()
        condition = compiler.condition(kind, actor, action)
        return marked.none() if condition is False else marked._where(condition, at)

    def readable(self, actor: Actor, names: Sequence[str], at: datetime | None = None) -> Self:
        """Annotate each row with `can_read_<group>`: whether `actor` may read that group of its record."""
        if not names:
            return self
        kind, _ = kinds.of(self.model)
        allowed = {group: compiler.condition(kind, actor, f"read_{group}") for group in names}
        return self.annotate(**{f"can_read_{name}": self._expression(rule, at) for name, rule in allowed.items()})

    def of_found(self, record: models.Model) -> Self:
        """Return the rows that belong to a record found by `access.find`, none where its asker may not read them.

        What `find` decided for the record (`can_read_<group>`) is not decided again for each of its parts.
        """
        _, through = kinds.of(self.model)
        if through is None:
            raise ValueError(f"{self.model.__name__} is a record itself: find it")
        rows = self._marked().filter(**{through.path: record})
        return rows if getattr(record, f"can_read_{through.group}") else rows.none()

    def page(self, actor: Actor | None, action: str = "", **options: Any) -> pages.Page[M]:
        """Return one page of the rows `actor` may see, by key; see `pages.page` for the options."""
        return pages.page(self, actor, action, **options)

    def count_visible(self, actor: Actor | None, action: str = "", **options: Any) -> pages.Count:
        """Return how many rows `actor` may see, up to a cap; see `pages.count`."""
        return pages.count(self, actor, action, **options)

    def facets(self, actor: Actor | None, columns: Sequence[str], **options: Any) -> pages.Facets:
        """Return how often each value of `columns` stands among the rows `actor` may see; see `pages.facets`."""
        return pages.facets(self, actor, columns, **options)

    def within_scope(self) -> Self:
        """Return the same rows as scoped already; for this package, which adds the scope by other means."""
        return self._marked()

    def _where(self, condition: compiler.Condition, at: datetime | None) -> Self:
        return self.filter(self._expression(condition, at))

    def _expression(self, condition: compiler.Condition, at: datetime | None) -> Visible:
        kind, through = kinds.of(self.model)
        return Visible(condition, kind, at or timezone.now(), f"{through.path}__" if through else "")

    def _marked(self) -> Self:
        marked = self.all()
        query = cast(ScopedQuery, marked.query)
        query.scoped, query.readable = True, None
        return marked

    def _demand(self, doing: str) -> None:
        query = self.query
        if isinstance(query, ScopedQuery):
            query.demand_scope(doing)

    def update(self, **values: Any) -> int:
        """Update the rows in scope. Raises Unscoped."""
        self._demand("updated")
        return super().update(**values)

    def _update(self, values: Any) -> int:
        self._demand("updated")
        return int(super()._update(values))  # type: ignore[misc]

    def delete(self) -> tuple[int, dict[str, int]]:
        """Refuse: rows of protected records go by declared retention only."""
        raise Unscoped(self.model, "deleted")

    def raw(self, *args: Any, **options: Any) -> NoReturn:
        """Refuse: raw SQL knows no scope."""
        raise Unscoped(self.model, "read by raw SQL")


class ScopedManager(models.Manager[M]):
    """The manager of protected models: `Model.objects.visible_to(actor)`. Everything else raises Unscoped."""

    def get_queryset(self) -> ScopedQuerySet[M]:
        """Return an unscoped queryset, which runs nothing."""
        return ScopedQuerySet(self.model, using=self._db, hints=self._hints)  # type: ignore[attr-defined]

    def visible_to(self, actor: Actor | None, action: str = "", at: datetime | None = None) -> ScopedQuerySet[M]:
        """Return the rows on which `actor` may do `action`; see `ScopedQuerySet.visible_to`."""
        return self.get_queryset().visible_to(actor, action, at)

    def page(self, actor: Actor | None, action: str = "", **options: Any) -> pages.Page[M]:
        """Return one page of the rows `actor` may see; see `pages.page`."""
        return self.get_queryset().page(actor, action, **options)

    def count_visible(self, actor: Actor | None, action: str = "", **options: Any) -> pages.Count:
        """Return how many rows `actor` may see, up to a cap; see `pages.count`."""
        return self.get_queryset().count_visible(actor, action, **options)

    def few_keys(self, actor: Actor | None, action: str, **options: Any) -> list[int] | None:
        """Return the keys of all rows `actor` may see, None where they are many; see `keys.few_keys`."""
        return keys.few_keys(self.get_queryset(), actor, action, **options)

    def keys_among(self, actor: Actor | None, action: str, wanted: Collection[int], **options: Any) -> list[int]:
        """Return those of the keys `wanted` whose rows `actor` may see; see `keys.keys_among`."""
        return keys.keys_among(self.get_queryset(), actor, action, wanted, **options)

    def first_keys(self, actor: Actor | None, limit: int, **options: Any) -> sql.Sql | None:
        """Return the SQL of the keys of the first rows `actor` may see; see `pages.first_keys`."""
        return pages.first_keys(self.get_queryset(), actor, limit, **options)

    def facets(self, actor: Actor | None, columns: Sequence[str], **options: Any) -> pages.Facets:
        """Return how often each value of `columns` stands among the rows `actor` may see; see `pages.facets`."""
        return self.get_queryset().facets(actor, columns, **options)

    def raw(self, *args: Any, **options: Any) -> "RawQuerySet[Any]":
        """Refuse: raw SQL knows no scope."""
        raise Unscoped(self.model, "read by raw SQL")


class _AllowListed(ManagerDescriptor):
    """Hands out the unscoped manager to modules on the list only."""

    def __get__(self, instance: Any, cls: Any = None) -> Any:
        if not allows(str(sys._getframe(1).f_globals.get("__name__", ""))):
            raise Unscoped(cls, "used `unscoped`")
        return super().__get__(instance, cls)


class _PlainQuerySet(models.QuerySet[M]):
    """Rows without scope; deleting them may reach the rows that belong to them."""

    def delete(self) -> tuple[int, dict[str, int]]:
        with _lift():
            return super().delete()


class UnscopedManager(models.Manager[M]):
    """Rows without scope, for the modules listed in `unscoped.py`."""

    def get_queryset(self) -> models.QuerySet[M]:
        """Return a plain queryset."""
        return _PlainQuerySet(self.model, using=self._db, hints=self._hints)  # type: ignore[attr-defined]

    def contribute_to_class(self, cls: type[models.Model], name: str) -> None:
        """Install behind the allow list."""
        super().contribute_to_class(cls, name)
        setattr(cls, name, _AllowListed(self))


class ScopedModel(models.Model):
    """Base of every protected model: guarded managers, and instances that may save and refresh themselves.

    A model that is a kind names it in `kind`; one whose rows belong to a record says so in `scoped_through`.
    """

    objects = ScopedManager["Self"]()
    unscoped = UnscopedManager["Self"]()

    class Meta:
        abstract = True
        default_manager_name = "objects"
        base_manager_name = "objects"

    def _get_FIELD_display(self, field: Any) -> Any:  # noqa: N802 - Django's name for what get_<field>_display calls
        """Return what a value is called, each label looked up once a language: Django translates all of them anew."""
        value = getattr(self, field.attname)
        told = labels.of(field, get_language() or "") if isinstance(value, Hashable) else {}
        return told.get(value, value if value is None else str(value))

    def refresh_from_db(
        self,
        using: str | None = None,
        fields: Any = None,
        from_queryset: models.QuerySet[Self] | None = None,
    ) -> None:
        """Reload this row, which was obtained through a scope before."""
        with _lift():
            super().refresh_from_db(using, fields, from_queryset)

    def delete(self, using: Any = None, keep_parents: bool = False) -> tuple[int, dict[str, int]]:
        """Refuse: rows of protected records go by declared retention only."""
        raise Unscoped(type(self), "deleted")

    def clean_fields(self, exclude: Any = None) -> None:
        """Validate each field; a reference to a protected row in hand may be checked to exist."""
        with _lift():
            super().clean_fields(exclude)

    def _do_update(self, *args: Any) -> bool:
        with _lift():
            return bool(super()._do_update(*args))
