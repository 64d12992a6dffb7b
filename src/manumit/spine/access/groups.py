"""Which field groups a filter or an order touches: nobody filters or sorts by what they may not read."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any, cast

from django.db.models import F, Field, Model, Q
from django.db.models.expressions import Col
from django.db.models.sql import Query
from django.db.models.sql.where import WhereNode

from . import kinds
from .errors import Unreadable
from .kinds import Kind


def touched(model: type[Model], kind: Kind, filters: Q, order: Iterable[str]) -> frozenset[str]:
    """Return the field groups of `kind` that `filters` and `order` read.

    Raises ValueError for a field without a group, or for one reached through a relation: narrow those by a scoped
    subquery (`pk__in=Child.objects.visible_to(actor).filter(..).values("case_id")`).
    """
    names = [*_names(filters), *(name.removeprefix("-") for name in order)]
    return frozenset(_group(model, kind, name) for name in names if name.split("__")[0] not in {"pk", "id"})


def demand(query: Query, readable: frozenset[str]) -> None:
    """Raise Unreadable if a filter or an order of `query` uses a group that is not among the `readable`."""
    model = cast("type[Model]", query.model)
    declared: Mapping[str, str] = getattr(model, "sensitivity", {})
    hidden = {name: group for name, group in declared.items() if group not in readable} if declared else {}
    for name in (*_filtered(query.where, model), *_ordered(query)) if hidden else ():
        if hidden.get(name) in kinds.of(model)[0].groups:
            raise Unreadable(model, name, hidden[name])


def _filtered(node: WhereNode, model: type[Model]) -> Iterator[str]:
    for child in node.children:
        if isinstance(child, WhereNode):
            yield from _filtered(child, model)
            continue
        for part in child.flatten() if hasattr(child, "flatten") else ():
            if isinstance(part, Col) and part.target.model is model:
                yield part.target.name


def _ordered(query: Query) -> Iterator[str]:
    names = (name for name in query.order_by if isinstance(name, str))
    yield from (name.removeprefix("-").split("__")[0] for name in names)


def _names(filters: Q) -> Iterator[str]:
    for child in filters.children:
        if isinstance(child, Q):
            yield from _names(child)
        elif isinstance(child, tuple):
            name, value = child
            yield name
            if isinstance(value, F):
                yield value.name


def _group(model: type[Model], kind: Kind, name: str) -> str:
    first, _, rest = name.partition("__")
    field = _field(model, first)
    if field is None or (field.is_relation and not _ends_here(rest)):
        raise ValueError(f"{model.__name__}.{name}: filter and sort by own fields only; reach others by a subquery.")
    declared: Mapping[str, str] = getattr(model, "sensitivity", {})
    if declared.get(field.name) not in kind.groups:
        raise ValueError(f"{model.__name__}.{first}: its `sensitivity` must name a field group of kind {kind.name}.")
    return declared[field.name]


def _field(model: type[Model], name: str) -> "Field[Any, Any] | None":
    fields = {key: field for field in model._meta.concrete_fields for key in (field.name, field.attname)}
    return fields.get(name)


def _ends_here(rest: str) -> bool:
    return rest in {"", "in", "exact", "isnull", "id", "pk", "id__in", "pk__in"}
