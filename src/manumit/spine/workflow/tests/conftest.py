"""The people and notes of the tests of records, and clocks that a note may run."""

import pytest

from manumit.spine.records import registry
from manumit.spine.records.manifest import Manifest, Pillar
from manumit.spine.records.tests.conftest import (
    agencies,
    alice,
    bob,
    charlie,
    kind,
    note,
    note_table,
)
from manumit.spine.workflow.clocks import Clock, RecordClocks
from manumit.spine.workflow.clocks.published import BY_NAME

CLOCKS = ("ncic_entry", "interim_assistance", "ofac_annual", "ncic_update")


@pytest.fixture
def clocks(kind, monkeypatch) -> dict[str, Clock]:
    """Clocks that notes may run, by name."""
    offered = tuple(BY_NAME[name] for name in CLOCKS)
    provides = (RecordClocks("note", offered),)
    manifest = Manifest("notes", "Notes", "For tests", (Pillar.PREVENTION,), kinds=(kind,), providers=provides)
    monkeypatch.setitem(registry._manifests, "notes", manifest)
    return {clock.name: clock for clock in offered}
