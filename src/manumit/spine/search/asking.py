"""Turning words into a narrowing of a list, as far as the asker may read the groups in which they stand.

Words are tried on each record along the list, or looked up in one index over all groups together, whichever is sooner
done (`access.hits`). What the index finds is only what may be meant: a record is shown if each word stands in a group
of it that the asker may read.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db import connection
from django.utils import timezone

from manumit.spine.access import compiler, kinds, naming
from manumit.spine.access.compiler import sql
from manumit.spine.access.hits import Hits
from manumit.spine.access.unions import Trial, Within
from manumit.spine.identity.actor import Actor

from .documents import PLAIN, PROSE, searchable
from .searchable import Searchable
from .words import Word

Sql = sql.Sql
NOTHING = Within((Trial(("FALSE", [])),))


@dataclass(frozen=True)
class Term:
    """A word as PostgreSQL asks for it: the `tsquery` of a group, and the one of all groups together.

    The latter asks for the words of a phrase in any place: side by side they stand within one group only.
    """

    query: str
    anywhere: str
    excluded: bool


def within(actor: Actor, kind: str, words: Sequence[Word], at: datetime | None = None) -> Within | None:
    """Return the narrowing to records of `kind` in which `actor` may read all `words`; None for no words.

    Raises LookupError for a kind that is not searched.
    """
    if not words:
        return None
    found = searchable(kind)
    if found is None:
        raise LookupError(f"{kind} is not searched: offer a Searchable in its module's manifest")
    terms = understood(words)
    reads = readable(found, actor, at or timezone.now())
    wanted = [term for term in terms if not term.excluded]
    if not reads or not wanted or not all(term.query for term in wanted):
        return NOTHING
    exact = _exact(found, reads, [term for term in terms if term.query])
    return Within((Trial(exact, _hits(found, tuple(reads), wanted)),))


ASKED = ", ".join(f"{ask}_tsquery('{how}', %s)::text" for ask in ("phraseto", "plainto") for how in (PLAIN, PROSE))


def understood(words: Sequence[Word]) -> list[Term]:
    """Return each word as the database asks for it, the query empty where it is one that says nothing."""
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT {', '.join([ASKED] * len(words))}", [word.text for word in words for _ in range(4)])
        row = cursor.fetchone() or ()
    return [_term(word, *row[4 * place : 4 * place + 4]) for place, word in enumerate(words)]


def _term(word: Word, plain: str, prose: str, any_plain: str, any_prose: str) -> Term:
    if word.prefix:
        return Term(f"{plain}:*" if plain else "", f"{any_plain}:*" if plain else "", word.excluded)
    return Term(_either(plain, prose), _either(any_plain, any_prose), word.excluded)


def _either(*queries: str) -> str:
    return " | ".join(f"({query})" for query in dict.fromkeys(queries) if query)


def readable(found: Searchable, actor: Actor, at: datetime) -> dict[str, Sql]:
    """Return, for each group `actor` may read of some record, the SQL of which records these are."""
    kind = kinds.get(found.kind)
    columns = naming.of(kind.model_class, kind, None).columns
    rules = {group: compiler.condition(kind, actor, f"read_{group}") for group in found.groups}
    return {group: sql.complete(rule, kind, columns, at) for group, rule in rules.items() if rule is not False}


def _exact(found: Searchable, reads: Mapping[str, Sql], terms: Sequence[Term]) -> Sql:
    """Return the test of one record: every word stands in a group of it that the asker may read."""
    values: list[object] = []
    tests = []
    for term in terms:
        ways = []
        for group, (text, bound) in reads.items():
            ways.append(f"({text} AND d.{group} @@ %s::tsquery)")
            values += [*bound, term.query]
        tests.append(f"{'NOT ' if term.excluded else ''}coalesce({' OR '.join(ways)}, FALSE)")
    table, key = found.model._meta.db_table, found.model._meta.pk.column
    record = naming.column(found.record, "pk")
    return f"(SELECT {' AND '.join(tests)} FROM {table} d WHERE d.{key} = {record})", values


def _hits(found: Searchable, groups: Sequence[str], wanted: Sequence[Term]) -> Hits:
    """Return what the index over all groups finds for all words, and the same test of one document, group by group."""
    table, key = found.model._meta.db_table, str(found.model._meta.pk.column)
    anywhere = " & ".join(f"({term.anywhere})" for term in wanted)
    looked_up = f"SELECT d.{key} AS id, d.opened_at FROM {table} d WHERE {found.everything('d')} @@ %s::tsquery"
    ways = " OR ".join(f"d.{group} @@ %s::tsquery" for group in groups)
    values: list[object] = [term.query for term in wanted for _ in groups]
    return Hits((looked_up, [anywhere]), table, key, (" AND ".join(f"({ways})" for _ in wanted), values))
