"""Open one record by the name people give it."""

from typing import Any, cast

from django.db.models import Model

from manumit.spine.identity.actor import Actor

from . import kinds
from .decision import allowed
from .errors import Denied, Hidden
from .scoped import ScopedQuerySet


def find(actor: Actor | None, action: str, kind_name: str, name: str, rows: ScopedQuerySet[Any] | None = None) -> Any:
    """Return the record of the kind called `name`, on which `actor` may do `action`; one query.

    `rows` may prepare the queryset (select_related, only). The record carries `can_read_<group>` for every group.
    Raises Denied, or Hidden both where there is none and where nobody may say so.
    """
    kind = kinds.get(kind_name)
    found = _visible(actor, kind, name, rows)
    if actor is None or found is None:
        raise Hidden
    if action != "read_summary" and not _may(actor, action, kind, found):
        raise Denied(allowed(actor, action, found))
    return found


def _visible(actor: Actor | None, kind: kinds.Kind, name: str, rows: ScopedQuerySet[Any] | None) -> Model | None:
    manager = cast(Any, kind.model_class).objects
    scoped = (manager.get_queryset() if rows is None else rows).visible_to(actor)
    if actor is not None:
        scoped = scoped.readable(actor, kind.groups)
    scoped = scoped.select_related(*kind.shown_with) if kind.shown_with else scoped
    return next(iter(scoped.filter(**{kind.lookup: name}).order_by()[:1]), None)


def _may(actor: Actor, action: str, kind: kinds.Kind, record: Model) -> bool:
    """Reads were decided with the row; acts are asked of Cedar."""
    group = kind.group_of(action)
    return bool(getattr(record, f"can_read_{group}") if group else allowed(actor, action, record))
