"""Open one record by the name people give it."""

from functools import lru_cache
from typing import Any, cast

from django.db import connection
from django.db.models import Field, Model
from django.utils import timezone

from manumit.spine.identity.actor import Actor

from . import compiler, facts, kinds, naming
from .compiler import sql
from .decision import allowed
from .errors import Denied, Hidden
from .scoped import ScopedModel, ScopedQuerySet
from .written import NOW, Loader, Statement, loader


def find(actor: Actor | None, action: str, kind_name: str, name: str, rows: ScopedQuerySet[Any] | None = None) -> Any:
    """Return the record of the kind called `name`, on which `actor` may do `action`; one query.

    The query is written here and stays prepared, unless `rows` prepares a queryset (select_related, only). The record
    carries `can_read_<group>` for every group. Raises Denied, or Hidden both where there is none and where nobody may
    say so.
    """
    kind, name = kinds.get(kind_name), sound(name)
    known = actor is not None and facts.asker(actor, kind, "") is not None
    found = _visible(actor, kind, name, rows) if actor and known else None
    if actor is None or found is None:
        raise Hidden
    if action != "read_summary" and not _may(actor, action, kind, found):
        raise Denied(allowed(actor, action, found))
    return found


def sound(text: str) -> str:
    """Return `text`. Raises Hidden for what no text in the database can hold, so that nothing is found by it."""
    if "\x00" in text:
        raise Hidden
    return text


def _may(actor: Actor, action: str, kind: kinds.Kind, record: Model) -> bool:
    """Reads were decided with the row; acts are asked of Cedar."""
    group = kind.group_of(action)
    return bool(getattr(record, f"can_read_{group}") if group else allowed(actor, action, record))


def find_of_any_kind(actor: Actor | None, action: str, kind_name: str, name: str) -> Any:
    """As `find`, where the kind is a stranger's word: Hidden too for one that is unknown or keeps no records."""
    known = {kind.name for kind in kinds.all_kinds() if issubclass(kind.model_class, ScopedModel)}
    if kind_name not in known:
        raise Hidden
    return find(actor, action, kind_name, name)


def _visible(actor: Actor, kind: kinds.Kind, name: str, rows: ScopedQuerySet[Any] | None) -> Model | None:
    if rows is None:
        return _written(actor, kind, name)
    scoped = rows.visible_to(actor).readable(actor, kind.groups)
    scoped = scoped.select_related(*kind.shown_with) if kind.shown_with else scoped
    return next(iter(scoped.filter(**{kind.lookup: name}).order_by()[:1]), None)


def _written(actor: Actor, kind: kinds.Kind, name: str) -> Model | None:
    statement = _statement(kind, actor)
    found = statement.run(connection, timezone.now(), _lookup(kind).get_prep_value(name)) if statement else ()
    return next((_record(kind, row) for row in found), None)


def _record(kind: kinds.Kind, row: Any) -> Model:
    """Return the record of a row: its columns, those of what is shown with it, then what may be read."""
    own, *others = _loaders(kind)
    flags = zip(kind.groups, row[len(row) - len(kind.groups) :], strict=True)
    record: Model = own.instance(row, connection.alias, **{f"can_read_{group}": flag for group, flag in flags})
    start = len(own.names)
    for path, load in zip(kind.shown_with, others, strict=True):
        columns, start = row[start : start + len(load.names)], start + len(load.names)
        there = columns[load.names.index(str(load.model._meta.pk.attname))] is not None
        _relation(kind, path).set_cached_value(record, load.instance(columns, connection.alias) if there else None)
    return record


@lru_cache(maxsize=2048)
def _statement(kind: kinds.Kind, actor: Actor) -> Statement | None:
    """Return the query of a record by name, None where the actor can see none of the kind."""
    visible = compiler.condition(kind, actor, "read_summary")
    if visible is False:
        return None
    names = naming.of(kind.model_class, kind, None)
    may = [compiler.condition(kind, actor, f"read_{group}") for group in kind.groups]
    *flags, where = [sql.complete(each, kind, names.columns, NOW, probing=True) for each in (*may, visible)]
    chosen = [column for load in _loaders(kind) for column in load.chosen] + [text for text, _ in flags]
    joins = [_join(kind, place, path) for place, path in enumerate(kind.shown_with)]
    named = naming.column(kind.model_class, kind.lookup)
    text = f"SELECT {', '.join(chosen)} FROM {names.tables}{''.join(joins)} WHERE {where[0]} AND {named} = %s LIMIT 1"
    return Statement(text, tuple(value for _, some in (*flags, where) for value in some))


@lru_cache(maxsize=64)
def _loaders(kind: kinds.Kind) -> tuple[Loader[Any], ...]:
    others = [loader(_model(kind, path), (), f"shown_{place}") for place, path in enumerate(kind.shown_with)]
    return (loader(kind.model_class), *others)


def _join(kind: kinds.Kind, place: int, path: str) -> str:
    model, alias = _model(kind, path), f"shown_{place}"
    key, points_there = naming.column(model, "pk", alias), naming.column(kind.model_class, path)
    return f' LEFT JOIN "{model._meta.db_table}" {alias} ON {key} = {points_there}'


def _model(kind: kinds.Kind, path: str) -> type[Model]:
    return cast(type[Model], _relation(kind, path).related_model)


def _relation(kind: kinds.Kind, path: str) -> Any:
    return kind.model_class._meta.get_field(path)


def _lookup(kind: kinds.Kind) -> "Field[Any, Any]":
    options = kind.model_class._meta
    return cast("Field[Any, Any]", options.pk if kind.lookup == "pk" else options.get_field(kind.lookup))
