"""Who may see a thing whole: all groups that its linkable names, as conditions of a query and for one thing."""

from functools import reduce
from operator import or_
from typing import Any

from django.db.models import Exists, OuterRef, Q

from manumit.spine.access import kinds
from manumit.spine.identity.actor import Actor

from .keys import Key
from .linkable import Linkable, linkables

NOBODY = Q(pk__in=())


def whole(actor: Actor, side: str) -> Q:
    """Return the condition that `actor` may read whole what stands on `side` (`record`, `other`) of a row of a pair.

    The row has `{side}_kind`, `{side}_id` and `{side}_name`.
    """
    return reduce(or_, (_whole(actor, side, each) for each in linkables()), NOBODY)


def sees(actor: Actor, key: Key) -> bool:
    """Whether `actor` may read whole what `key` names."""
    found = [each for each in linkables() if (each.name, each.kind) == (key.name, key.kind)]
    return any(all(_there(actor, each.kind, group, key.record_id) for group in each.groups) for each in found)


def _whole(actor: Actor, side: str, each: Linkable) -> Q:
    found = Q(**{f"{side}_kind": each.kind, f"{side}_name": each.name})
    for group in each.groups:
        rows = _readable(actor, each.kind, group)
        if rows.query.is_empty():
            return NOBODY
        found &= Q(Exists(rows.filter(pk=OuterRef(f"{side}_id")).order_by()))
    return found


def _there(actor: Actor, kind: str, group: str, record_id: int) -> bool:
    return bool(_readable(actor, kind, group).filter(pk=record_id).exists())


def _readable(actor: Actor, kind: str, group: str) -> Any:
    model: Any = kinds.get(kind).model_class
    return model.objects.visible_to(actor, f"read_{group}")
