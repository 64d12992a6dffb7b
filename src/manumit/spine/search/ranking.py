"""How well each of a few records found answers what was asked, by what the asker may read of it.

A word counts in each group in which it stands and that the asker may read of that very record, more the oftener it
stands there and the less else stands there; in names it counts double, and a name spelled alike counts by its likeness.
"""

from collections.abc import Sequence
from datetime import datetime
from functools import reduce

from django.db import connections
from django.utils import timezone

from manumit.spine.access import naming
from manumit.spine.access.compiler.sql import Sql
from manumit.spine.identity.actor import Actor

from .asking import readable, understood
from .documents import searchable
from .searchable import Searchable
from .words import Word

BY_LENGTH = 1
"""How `ts_rank` weighs the length of a text: it divides by 1 + the logarithm of the length."""
OF_NAMES = 2


def ranked(  # noqa: PLR0917 - what was asked, and of what
    actor: Actor, kind: str, keys: Sql, words: Sequence[Word], names: Sequence[str], at: datetime | None = None
) -> list[int]:
    """Return the ids that the query `keys` selects, best answers first, then the newest.

    `names` are names as documents keep them: capitals without accents. Raises LookupError for a kind not searched.
    """
    found = searchable(kind)
    if found is None:
        raise LookupError(f"{kind} is not searched: offer a Searchable in its module's manifest")
    score, values = _score(found, actor, words, names, at or timezone.now())
    table, key, record = found.model._meta.db_table, found.model._meta.pk.column, naming.column(found.record, "pk")
    statement = (
        f"SELECT d.{key} FROM {table} d JOIN {found.record._meta.db_table} ON {record} = d.{key}"
        f" WHERE d.{key} IN ({keys[0]}) ORDER BY {score} DESC, d.opened_at DESC, d.{key} DESC"
    )
    with connections["default"].cursor() as cursor:
        cursor.execute(statement, [*keys[1], *values])  # type: ignore[list-item]  # what conditions bind is theirs
        return [int(row[0]) for row in cursor.fetchall()]


def _score(found: Searchable, actor: Actor, words: Sequence[Word], names: Sequence[str], at: datetime) -> Sql:
    terms = [term.query for term in understood(words) if term.query and not term.excluded] if words else []
    query = " | ".join(f"({term})" for term in terms)
    parts: list[Sql] = [("0", [])]
    for group, may_read in readable(found, actor, at).items():
        named = group == found.named_group
        if query:
            weight = OF_NAMES if named else 1
            parts.append(_where(may_read, (f"{weight} * ts_rank(d.{group}, %s::tsquery, {BY_LENGTH})", [query])))
        if named:
            parts += [_where(may_read, ("word_similarity(%s, d.names)", [name])) for name in names]
    return reduce(lambda left, right: (f"{left[0]} + {right[0]}", [*left[1], *right[1]]), parts)


def _where(may_read: Sql, value: Sql) -> Sql:
    """Return the value for records of which the asker may read the group, nothing for the others."""
    return f"CASE WHEN {may_read[0]} THEN coalesce({value[0]}, 0) ELSE 0 END", [*may_read[1], *value[1]]
