"""Turning words into a narrowing of a list, as far as the asker may read the groups in which they stand.

Rare words are looked up in the index; words that stand in a good part of all records are tried along the list's own
order instead, which meets a page of them sooner than a sort of all that have them.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from math import prod

from django.db import connection
from django.utils import timezone

from manumit.spine.access import compiler, kinds, naming
from manumit.spine.access.compiler import sql
from manumit.spine.access.unions import Within
from manumit.spine.identity.actor import Actor

from . import frequencies
from .documents import PLAIN, PROSE, searchable
from .searchable import Searchable
from .words import Word

Sql = sql.Sql
FEW = 20_000
"""Records: up to so many hits are sorted; more are met along the list's order."""
_LEXEME = re.compile(r"'((?:[^']|'')+)'")
NOTHING = Within(("FALSE", []))


@dataclass(frozen=True)
class Term:
    """A word as PostgreSQL asks for it: a `tsquery`, and the lexemes any of which it needs."""

    query: str
    lexemes: tuple[str, ...]
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
    terms = _understood(words)
    reads = _readable(found, actor, at or timezone.now())
    wanted = [term for term in terms if not term.excluded]
    if not reads or not wanted or not all(term.query for term in wanted):
        return NOTHING
    exact = _exact(found, reads, [term for term in terms if term.query])
    return exact if _common(found, wanted) else _looked_up(found, tuple(reads), wanted, exact)


def _understood(words: Sequence[Word]) -> list[Term]:
    columns = ", ".join([f"phraseto_tsquery('{PLAIN}', %s)::text, phraseto_tsquery('{PROSE}', %s)::text"] * len(words))
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT {columns}", [word.text for word in words for _ in range(2)])
        row = cursor.fetchone()
    return [_term(word, row[2 * place], row[2 * place + 1]) for place, word in enumerate(words)]


def _term(word: Word, plain: str, prose: str) -> Term:
    if word.prefix:
        return Term(f"{plain}:*" if plain else "", tuple(_LEXEME.findall(plain)), word.excluded)
    ways = dict.fromkeys(query for query in (plain, prose) if query)
    return Term(" | ".join(f"({query})" for query in ways), tuple(_LEXEME.findall(" ".join(ways))), word.excluded)


def _readable(found: Searchable, actor: Actor, at: datetime) -> dict[str, Sql]:
    """Return, for each group the asker may read of some record, the SQL of which records these are."""
    kind = kinds.get(found.kind)
    columns = naming.of(kind.model_class, kind, None).columns
    rules = {group: compiler.condition(kind, actor, f"read_{group}") for group in found.groups}
    return {group: sql.complete(rule, kind, columns, at) for group, rule in rules.items() if rule is not False}


def _exact(found: Searchable, reads: Mapping[str, Sql], terms: Sequence[Term]) -> Within:
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
    return Within((f"(SELECT {' AND '.join(tests)} FROM {table} d WHERE d.{key} = {record})", values))


def _looked_up(found: Searchable, groups: Sequence[str], wanted: Sequence[Term], exact: Within) -> Within:
    """Return `exact`, asked only of the records that the index finds."""
    any_group = [" OR ".join(f"{group} @@ %s::tsquery" for group in groups) for _ in wanted]
    values: list[object] = [term.query for term in wanted for _ in groups]
    table, key = found.model._meta.db_table, found.model._meta.pk.column
    matching = " AND ".join(f"({ways})" for ways in any_group)
    before = f"found_by_words AS MATERIALIZED (SELECT {key} AS id FROM {table} WHERE {matching})"
    record, (test, bound) = naming.column(found.record, "pk"), exact.where
    return Within((f"{record} IN (SELECT id FROM found_by_words) AND {test}", bound), (before, values))


def _common(found: Searchable, wanted: Sequence[Term]) -> bool:
    known = frequencies.of(found.model._meta.db_table)
    return known.rows * prod(known.share(term.lexemes) for term in wanted) > FEW
