"""Who may see a thing whole: all groups that its linkable names, as conditions of a query and for one thing."""

from collections.abc import Collection
from functools import reduce
from operator import or_
from typing import Any

from django.db.models import Exists, OuterRef, Q

from manumit.spine.access import kinds
from manumit.spine.identity.actor import Actor

from .keys import Key
from .linkable import linkables

NOBODY = Q(pk__in=())


def whole(actor: Actor, side: str, of: Collection[tuple[str, str]] | None = None) -> Q:
    """Return the condition that `actor` may read whole what stands on `side` (`record`, `other`) of a row of a pair.

    The row has `{side}_kind`, `{side}_id` and `{side}_name`. `of` are the only (kind, name) there can be on that side,
    where they are known.
    """
    alike: dict[tuple[str, tuple[str, ...]], list[str]] = {}
    for each in linkables():
        if of is None or (each.kind, each.name) in of:
            alike.setdefault((each.kind, each.groups), []).append(each.name)
    return reduce(or_, (_whole(actor, side, kind, groups, names) for (kind, groups), names in alike.items()), NOBODY)


def sees(actor: Actor, key: Key) -> bool:
    """Whether `actor` may read whole what `key` names."""
    return key in seen(actor, [key])


def seen(actor: Actor, keys: Collection[Key]) -> set[Key]:
    """Return those of `keys` that `actor` may read whole: one query a kind and group, however many keys there are."""
    groups = {(each.name, each.kind): each.groups for each in linkables()}
    offered = [key for key in keys if (key.name, key.kind) in groups]
    wanted = {(key.kind, group) for key in offered for group in groups[key.name, key.kind]}
    ids = {kind: {key.record_id for key in offered if key.kind == kind} for kind, _ in wanted}
    there = {(kind, group): _there(actor, kind, group, ids[kind]) for kind, group in wanted}
    return {
        key for key in offered if all(key.record_id in there[key.kind, group] for group in groups[key.name, key.kind])
    }


def _whole(actor: Actor, side: str, kind: str, groups: Collection[str], names: Collection[str]) -> Q:
    rows: Any = kinds.get(kind).model_class
    rows = rows.objects
    for group in groups:
        rows = rows.visible_to(actor, f"read_{group}")
    if rows.query.is_empty():
        return NOBODY
    here = Q(**{f"{side}_kind": kind, f"{side}_name__in": names})
    return here & Q(Exists(rows.filter(pk=OuterRef(f"{side}_id")).order_by()))


def _there(actor: Actor, kind: str, group: str, ids: Collection[int]) -> set[int]:
    return set(_readable(actor, kind, group).filter(pk__in=ids).order_by().values_list("pk", flat=True))


def _readable(actor: Actor, kind: str, group: str) -> Any:
    model: Any = kinds.get(kind).model_class
    return model.objects.visible_to(actor, f"read_{group}")
