"""Rows the walk reads after each step, by queries compiled once: what the ORM spends on one, all of them may take."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from django.db.models import QuerySet

from manumit.spine.audit.prepared import asked

ANY = -4_711
"""Stands in a query for the key of the request that it will be asked for."""


class Reading:
    """A query of values that names `ANY` as the key of a request: scoped, compiled and prepared once, asked often.

    Raises ValueError for a query that depends on the time, which would stand still in it.
    """

    def __init__(self, rows: "QuerySet[Any, Any]") -> None:
        self.text, self.values = rows.query.sql_with_params()
        if any(isinstance(value, datetime) for value in self.values):
            raise ValueError("a policy reads the time here: compile the query anew for each moment")

    def of(self, key: int) -> Sequence[tuple[Any, ...]]:
        """Return the rows of the request `key`."""
        return asked(self.text, *(key if value == ANY else value for value in self.values))
