"""Keys of rows, no more of them: all that somebody may see where those are few, and which of some they may see."""

from collections.abc import Collection, Sequence
from datetime import datetime
from typing import TYPE_CHECKING, Any, TypeAlias

from django.db import connections
from django.utils import timezone

from manumit.spine.audit.prepared import prepared
from manumit.spine.identity.actor import Actor

from .compiler import sql
from .pages import union_of
from .written import bound

if TYPE_CHECKING:
    from .scoped import ScopedQuerySet

Rows: TypeAlias = "ScopedQuerySet[Any]"


def few_keys(
    rows: Rows, actor: Actor | None, action: str, *, most: int, also: Sequence[str] = (), at: datetime | None = None
) -> list[int] | None:
    """Return the keys, in no order, of all rows `actor` may do `action` on and those in `also`; None for over `most`.

    Where there are more no more than `most` are read, so that who may see much asks for it in another way.
    """
    asked = union_of(rows, actor, action, None, also, at or timezone.now())
    if asked is None:
        return []
    by_scope = _told(rows, asked.keys_scope_by_scope(most + 1))
    found = set(by_scope)
    if len(by_scope) > most >= len(found):  # rows that are in several scopes: more of them may be left
        found = set(_told(rows, asked.keys(most + 1)))
    return list(found) if len(found) <= most else None


def keys_among(
    rows: Rows,
    actor: Actor | None,
    action: str,
    keys: Collection[int],
    *,
    also: Sequence[str] = (),
    at: datetime | None = None,
) -> list[int]:
    """Return those of `keys`, in no order, of rows that `actor` may do `action` on and those in `also`.

    One statement however many there are and whatever the answer is. Each is looked up in the key's index.
    """
    asked = union_of(rows, actor, action, None, also, at or timezone.now())
    return _told(rows, asked.among(keys)) if asked else []


def _told(rows: Rows, statement: sql.Sql) -> list[int]:
    text, values = statement
    with prepared(connections[rows.db]) as cursor:
        cursor.execute(text, [bound(value) for value in values])
        return [key for (key,) in cursor.fetchall()]
