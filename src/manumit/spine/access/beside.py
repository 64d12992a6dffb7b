"""Rows that stand beside a record of any kind: tasks, notes, clocks, notices.

They name their record by kind and id, and are seen exactly while it is: each kind's policy is compiled into the same
query, one branch a kind, so that lists, counts and joins need no second look.
"""

from collections.abc import Collection, Iterator
from datetime import datetime
from functools import reduce
from operator import or_
from typing import Any, ClassVar, NoReturn, Self, TypeVar, cast

from django.apps import apps
from django.db import models
from django.db.models import Exists, OuterRef, Q

from manumit.spine.identity.actor import Actor

from . import kinds
from .errors import Hidden
from .kinds import Beside, Kind
from .scoped import ScopedManager, ScopedModel, ScopedQuerySet

M = TypeVar("M", bound=models.Model)
NOBODY = Q(pk__in=())


class BesideQuerySet(ScopedQuerySet[M]):
    """A queryset of rows that stand beside records."""

    def visible_to(
        self, actor: Actor | None, action: str = "", at: datetime | None = None, *, of: Collection[str] | None = None
    ) -> Self:
        """Return the rows of the actor's agency, or person, beside records on which `actor` may do `action`.

        `action` defaults to reading what the model's `scoped_through` says. Nobody (None) sees nothing. `of` leaves out
        rows beside records of other kinds, whose policies then need not be written into the query.
        """
        marked, rule = self._marked(), cast(Beside, cast(Any, self.model).scoped_through)
        if actor is None:
            return marked.none()
        sides = ("record", "other") if rule.joins else ("record",)
        return marked.filter(_own(rule, actor), *(_seen(side, rule, actor, action, at, of) for side in sides))

    def beside(self, record: models.Model) -> Self:
        """Return the rows beside `record` among these, on either side of those that join two."""
        kind, rule = cast(Any, record).kind, cast(Any, self.model).scoped_through
        here = Q(record_kind=kind, record_id=record.pk)
        return self.filter(here | Q(other_kind=kind, other_id=record.pk) if rule.joins else here)

    def page(self, *args: Any, **options: Any) -> NoReturn:
        """Refuse: a page walks the index of one kind; these rows are narrowed by `visible_to`, ordered and cut."""
        raise TypeError(f"{self.model.__name__} rows stand beside records of any kind: use visible_to()[:n]")

    def count_visible(self, *args: Any, **options: Any) -> NoReturn:
        """Refuse, as `page` does."""
        raise TypeError(f"{self.model.__name__} rows stand beside records of any kind: use visible_to().count()")


class BesideManager(ScopedManager[M]):
    """The manager of rows that stand beside records."""

    def get_queryset(self) -> BesideQuerySet[M]:
        """Return an unscoped queryset, which runs nothing."""
        return BesideQuerySet(self.model, using=self._db, hints=self._hints)  # type: ignore[attr-defined]

    def visible_to(
        self, actor: Actor | None, action: str = "", at: datetime | None = None, *, of: Collection[str] | None = None
    ) -> BesideQuerySet[M]:
        """Return the rows that `actor` may see; see `BesideQuerySet.visible_to`."""
        return self.get_queryset().visible_to(actor, action, at, of=of)


class BesideRecord(ScopedModel):
    """Base of rows beside a record of any kind; abstract.

    `record_number` repeats the record's number, which never changes, so that a list names its records without joins.
    """

    scoped_through: ClassVar[Beside]

    id = models.BigAutoField(primary_key=True)
    record_kind = models.CharField(max_length=40)
    record_id = models.BigIntegerField()
    record_number = models.CharField(max_length=16)

    objects = BesideManager["Self"]()  # type: ignore[misc]

    sensitivity: ClassVar[dict[str, str]] = dict.fromkeys(
        ("id", "record_kind", "record_id", "record_number"), "internal"
    )

    class Meta(ScopedModel.Meta):
        abstract = True


def models_beside() -> Iterator[type[BesideRecord]]:
    """Yield every installed model whose rows stand beside records."""
    yield from (model for model in apps.get_models() if issubclass(model, BesideRecord))


def record_beside(row: BesideRecord) -> tuple[Kind, models.Model]:
    """Return the kind and the record that `row` stands beside. Raises Hidden if it is gone."""
    kind = kinds.get(row.record_kind)
    found = cast(Any, kind.model_class).unscoped.filter(pk=row.record_id).first()
    if found is None:
        raise Hidden
    return kind, found


def _protected() -> Iterator[Kind]:
    yield from (kind for kind in kinds.all_kinds() if issubclass(kind.model_class, ScopedModel))


def _seen(  # noqa: PLR0917 - what a branch asks
    side: str, rule: Beside, actor: Actor, action: str, at: datetime | None, of: Collection[str] | None
) -> Q:
    """Return the condition that the record on one side is seen: a branch for each kind, of those in `of` if given."""
    wanted = (kind for kind in _protected() if of is None or kind.name in of)
    return reduce(or_, (_of_kind(kind, side, actor, action or rule.action(kind), at) for kind in wanted), NOBODY)


def _of_kind(kind: Kind, side: str, actor: Actor, action: str, at: datetime | None) -> Q:
    if action not in kind.actions:
        return NOBODY
    records = cast(Any, kind.model_class).objects.visible_to(actor, action, at)
    if records.query.is_empty():
        return NOBODY
    return Q(**{f"{side}_kind": kind.name}) & Q(Exists(records.filter(pk=OuterRef(f"{side}_id")).order_by()))


def _own(rule: Beside, actor: Actor) -> Q:
    if not rule.agencies:
        return Q(**{rule.person: actor.person_id})
    agency = reduce(or_, (Q(**{field: actor.agency_id}) for field in rule.agencies))
    return agency & Q(**{rule.person: actor.person_id}) if rule.person else agency
