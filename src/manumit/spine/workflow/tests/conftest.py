"""The people and notes of the tests of records."""

from manumit.spine.records.tests.conftest import (  # noqa: F401
    agencies,
    alice,
    bob,
    charlie,
    kind,
    note,
    note_table,
)
