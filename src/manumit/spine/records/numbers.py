"""Giving out record numbers.

Each prefix draws from its own database sequence, so that no two records share a number whatever rolls back.
"""

from django.db import ProgrammingError, transaction

from manumit.spine.audit.prepared import asked
from manumit.values.record_number import RecordNumber

from . import sequences


class NoSequence(RuntimeError):
    """A prefix has no sequence yet."""

    def __init__(self, prefix: str) -> None:
        super().__init__(
            f"No number sequence for prefix {prefix!r}: add records.NumberSequence({prefix!r}) to the kind's migration."
        )


def allocate(prefix: str) -> str:
    """Return the next number of `prefix`, such as `C-4F7K-9Q2`. Raises NoSequence."""
    return allocate_many(prefix, 1)[0]


def allocate_many(prefix: str, count: int) -> list[str]:
    """Return `count` numbers in one round trip, for imports; unused ones are lost. Raises NoSequence."""
    return [str(RecordNumber.from_sequence(prefix, drawn)) for drawn in _draw(prefix, count)]


def _draw(prefix: str, count: int) -> list[int]:
    sql = "SELECT nextval(%s::text::regclass) FROM generate_series(1, %s::bigint)"
    try:
        with transaction.atomic():
            return [row[0] for row in asked(sql, sequences.name(prefix), count)]
    except ProgrammingError as error:
        raise NoSequence(prefix) from error
