"""Writing an entry in the transaction of what it describes."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from django.db import DEFAULT_DB_ALIAS, connections
from django.db.backends.base.base import BaseDatabaseWrapper

from manumit.spine.identity.actor import Actor
from manumit.values import strict_json

from . import listening
from .prepared import prepared, wide

COLUMNS = "person_id, agency_id, purpose, verb, kind, record_id, group_name, detail"
INSERT = f"INSERT INTO audit_entry ({COLUMNS}) VALUES (%s, %s, %s, %s, %s, %s, %s, %s) RETURNING id"
INSERT_MANY = f"""
INSERT INTO audit_entry ({COLUMNS})
SELECT %s, %s, %s, %s, coalesce(kind, ''), record_id, coalesce(group_name, ''), detail
FROM unnest(
  string_to_array(%s, chr(10)), string_to_array(%s, chr(10), '')::bigint[], string_to_array(%s, chr(10)),
  string_to_array(%s, chr(10))
) AS row (kind, record_id, group_name, detail)
"""
"""Each column comes as one text of lines: as an array of texts it took longer to write than all the rest."""


class OutsideTransaction(RuntimeError):
    """An entry was to be written outside a transaction, where entry and deed could each stand without the other."""

    def __init__(self) -> None:
        super().__init__("audit.record outside a transaction: wrap the action in transaction.atomic()")


@dataclass(frozen=True, slots=True)
class Subject:
    """What an entry is about: a record of a kind, perhaps one of its field groups, and what else is worth keeping."""

    kind: str = ""
    record_id: int | None = None
    detail: Mapping[str, Any] = field(default_factory=dict)
    group: str = ""


def record(
    actor: Actor | None,
    verb: str,
    *,
    kind: str = "",
    record_id: int | None = None,
    detail: Mapping[str, Any] | None = None,
    group: str = "",
    using: str = DEFAULT_DB_ALIAS,
) -> int:
    """Write one entry into the current transaction and return its id; `actor` None is the system itself.

    `verb` is dotted, the record's kind first: `case.open`. A verb that ends in `.read` says that somebody looked;
    `questions.readers_of` finds those. Raises OutsideTransaction outside `atomic`, BadJson if `detail` is not JSON
    that has one canonical text: dates and fractions are written as text.
    """
    about = (verb, kind, wide(record_id), group, _text(detail or {}))
    with prepared(_in_transaction(using)) as cursor:
        cursor.execute(INSERT, (*_who(actor), *about))
        listening.tell(kind, record_id)
        return int(cursor.fetchone()[0])


def record_many(actor: Actor | None, verb: str, subjects: Iterable[Subject], *, using: str = DEFAULT_DB_ALIAS) -> int:
    """Write one entry for each subject in one statement, in their order, and return how many.

    Raises what `record` raises. The caller keeps batches small enough for memory.
    """
    connection, rows = _in_transaction(using), list(subjects)
    if not rows:
        return 0
    with connection.cursor() as cursor:
        cursor.execute(INSERT_MANY, (*_who(actor), verb, *_columns(rows)))
    for each in rows:
        listening.tell(each.kind, each.record_id)
    return len(rows)


def _columns(rows: list[Subject]) -> list[str]:
    """Return kinds, ids, groups and details, a line each; canonical JSON has no line break of its own."""
    ids = ["" if each.record_id is None else str(each.record_id) for each in rows]
    kinds, groups = [each.kind for each in rows], [each.group for each in rows]
    return [_lines(column) for column in (kinds, ids, groups, [_text(each.detail) for each in rows])]


def _lines(texts: list[str]) -> str:
    joined = "\n".join(texts)
    if joined.count("\n") != len(texts) - 1:
        raise ValueError("a kind or a group has no line break in its name")
    return joined


def _who(actor: Actor | None) -> tuple[int | None, int | None, str]:
    return (wide(actor.person_id), wide(actor.agency_id), actor.purpose) if actor else (None, None, "")


def _text(detail: Mapping[str, Any]) -> str:
    return strict_json.canonical(dict(detail)).decode()


def _in_transaction(using: str) -> BaseDatabaseWrapper:
    connection = connections[using]
    if not connection.in_atomic_block:
        raise OutsideTransaction
    return connection
