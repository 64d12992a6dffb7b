"""Keeping documents: written anew from the rows of a record whenever an action changed it."""

from collections.abc import Collection, Iterator
from functools import lru_cache
from typing import Any

from django.db import connection

from manumit.spine.records import following, registry

from .searchable import Searchable, Source

MOST = 400_000
"""Characters of one group that are indexed: a text vector holds a megabyte. What lies beyond is found by nobody."""
PLAIN, PROSE = "manumit_plain", "manumit_prose"
MANY = 20
"""Of so many records at once it is asked first which tables say anything of them."""
NONE: frozenset[str] = frozenset()


def searchable(kind: str) -> Searchable | None:
    """Return what is said of `kind`, None for one that is not searched."""
    return next((each for each in registry.providers(Searchable) if each.kind == kind), None)


def refresh(kind: str, ids: Collection[int]) -> None:
    """Write the documents of the records `ids` anew; nothing for a kind that is not searched."""
    found = searchable(kind)
    if found and ids:
        with connection.cursor() as cursor:
            empty = _empty(cursor, found, list(ids)) if len(ids) >= MANY else NONE
            cursor.execute(_statement(found, empty), [list(ids)])


def _empty(cursor: Any, found: Searchable, ids: list[int]) -> frozenset[str]:
    """Return the tables that say nothing of these records; most files fill a few of the twenty only."""
    sources = {source.table: source.path for source in (*found.sources, *found.named) if source.path}
    asked = (
        f"SELECT '{table}' WHERE NOT EXISTS (SELECT 1 FROM {table} WHERE {path} = ANY(%(ids)s))"
        for table, path in sorted(sources.items())
    )
    cursor.execute(" UNION ALL ".join(asked), {"ids": ids})
    return frozenset(table for (table,) in cursor.fetchall())


def rebuild(kind: str, batch: int = 5000) -> Iterator[int]:
    """Write all that follows each record of a kind anew, its document too; yields how many are done so far."""
    found = searchable(kind)
    ids = found.record.unscoped.order_by("pk").values_list("pk", flat=True) if found else ()
    done = 0
    for start in range(0, len(ids), batch):
        some = list(ids[start : start + batch])
        following.tell([(kind, record_id) for record_id in some])
        done += len(some)
        yield done


@lru_cache(maxsize=64)
def _statement(found: Searchable, empty: frozenset[str]) -> str:
    """Return the statement that writes documents without asking `empty` tables; every name is a model's own."""
    table, record = found.model._meta.db_table, found.record._meta.db_table
    columns = [str(found.model._meta.pk.column), "opened_at", *found.groups, "names"]
    values = ["r.id", "r.opened_at", *(_vector(found, group, empty) for group in found.groups), _names(found, empty)]
    put = ", ".join(f"{name} = EXCLUDED.{name}" for name in columns[1:])
    return (
        f"INSERT INTO {table} ({', '.join(columns)}) SELECT {', '.join(values)} FROM {record} r"
        f" WHERE r.id = ANY(%s) ON CONFLICT ({columns[0]}) DO UPDATE SET {put}"
    )


def _vector(found: Searchable, group: str, empty: frozenset[str]) -> str:
    words, prose = _gathered(found, group, "words", empty), _gathered(found, group, "prose", empty)
    parts = [f"to_tsvector('{PLAIN}', {_short([*words, *prose])})"]
    if prose:
        parts.append(f"to_tsvector('{PROSE}', {_short(prose)})")
    return " || ".join(parts)


def _gathered(found: Searchable, group: str, what: str, empty: frozenset[str]) -> list[str]:
    sources = [source for source in found.sources if source.group == group and source.table not in empty]
    return [_text(source, getattr(source, what)) for source in sources if getattr(source, what)]


def _short(texts: list[str]) -> str:
    return f"left(concat_ws(' ', {', '.join(texts)}), {MOST})" if texts else "''"


def _names(found: Searchable, empty: frozenset[str]) -> str:
    texts = [_text(source, source.words) for source in found.named if source.table not in empty]
    return f"upper(unaccent({_short(texts)}))" if texts else "''"


def _text(source: Source, fields: tuple[str, ...]) -> str:
    """Return the SQL of the words of one source: a row's fields side by side, the rows one after another."""
    if not source.path:
        return f"concat_ws(' ', {', '.join(f'r.{name}' for name in fields)})"
    row = f"concat_ws(' ', {', '.join(f't.{name}' for name in fields)})"
    # Beside the words, not in WHERE: a table without statistics (a first import) is read by the record's index only,
    # never by the whole of a partial index of what stands.
    stands = " AND ".join(f"t.{column} IS NULL" for column in source.standing)
    said = f"string_agg({row}, ' . ')" + (f" FILTER (WHERE {stands})" if stands else "")
    return f"(SELECT {said} FROM {source.table} t WHERE t.{source.path} = r.id)"
