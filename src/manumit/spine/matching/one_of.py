"""A condition on very many ids."""

from collections.abc import Collection
from typing import Any

from django.db.models import BooleanField, F
from django.db.models.lookups import Lookup


class OneOf(Lookup):  # type: ignore[type-arg]  # generic in its stubs alone
    """Whether a column is one of very many `ids`: `rows.filter(OneOf("pk", ids))`.

    They go to the database as one value and are looked up in the column's index. As `__in` each is taken apart by
    itself; as a subquery of that value the whole table is read.
    """

    output_field = BooleanField()
    prepare_rhs = False

    def __init__(self, column: str, ids: Collection[int]) -> None:
        super().__init__(F(column), [*ids])

    def as_sql(self, compiler: Any, connection: Any) -> tuple[str, list[Any]]:
        """Return the condition."""
        column, values = self.process_lhs(compiler, connection)
        return f"{column} = ANY(%s::bigint[])", [*values, self.rhs]
