"""The database sequence behind a prefix of record numbers."""

from typing import Any

from django.db.migrations.operations.base import Operation


class NumberSequence(Operation):
    """Migration operation: the sequence from which a kind's numbers are drawn, e.g. `NumberSequence("C")`.

    Put it after the kind's CreateModel. A rolled back transaction leaves a gap: numbers are names, not counts.
    """

    reduces_to_sql = True
    reversible = True

    def __init__(self, prefix: str) -> None:
        self.prefix = prefix

    def state_forwards(self, app_label: str, state: Any) -> None:
        """Leave the models' state as it is."""

    def database_forwards(self, app_label: str, schema_editor: Any, from_state: Any, to_state: Any) -> None:
        """Create the sequence."""
        schema_editor.execute(f'CREATE SEQUENCE IF NOT EXISTS "{name(self.prefix)}" AS bigint MINVALUE 0 START 0')

    def database_backwards(self, app_label: str, schema_editor: Any, from_state: Any, to_state: Any) -> None:
        """Drop the sequence."""
        schema_editor.execute(f'DROP SEQUENCE IF EXISTS "{name(self.prefix)}"')

    def describe(self) -> str:
        """Return what `migrate` prints."""
        return f"Number sequence of prefix {self.prefix}"

    def deconstruct(self) -> tuple[str, list[Any], dict[str, Any]]:
        """Return how a migration file writes this operation."""
        return (type(self).__name__, [self.prefix], {})


def name(prefix: str) -> str:
    """Return the sequence's name for a prefix of one to three capital letters. Raises ValueError for another."""
    if not (prefix.isascii() and prefix.isalpha() and prefix.isupper() and len(prefix) <= 3):
        raise ValueError(f"{prefix!r} is no prefix: one to three capital letters are")
    return f"record_number_{prefix.lower()}"
