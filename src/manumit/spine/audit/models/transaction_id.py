"""PostgreSQL's 64-bit transaction id as a model field."""

from typing import TYPE_CHECKING, Any

from django.db import models

if TYPE_CHECKING:
    IntegerOfTransaction = models.Field[int, int]
else:
    IntegerOfTransaction = models.Field


class TransactionIdField(IntegerOfTransaction):
    """An `xid8` column, read as an int; it never wraps, so it orders transactions for the life of the database."""

    def db_type(self, connection: Any) -> str:
        """Return the column's type."""
        return "xid8"

    def from_db_value(self, value: str | None, expression: Any, connection: Any) -> int | None:
        """Return the id as a number; the driver hands it over as text."""
        return None if value is None else int(value)

    def get_prep_value(self, value: Any) -> str | None:
        """Return what is compared with the column: PostgreSQL casts text to xid8, but not numbers."""
        return None if value is None else str(value)


class CurrentTransaction(models.Func):
    """The id of the running transaction, assigned if it has none yet."""

    function = "pg_current_xact_id"
    output_field = TransactionIdField()


class WallClock(models.Func):
    """The time of the statement's evaluation, not of the transaction's beginning as `now()` is."""

    function = "clock_timestamp"
    output_field = models.DateTimeField()
