"""What tests of sealed groups share: a log that is open, a secret and the action that seals it."""

import pytest

from manumit.spine import audit, records
from manumit.spine.records import sealed
from manumit.spine.records.models import SealedValue

SECRET = {"address": "12 Hidden Lane", "phone": None}


@pytest.fixture(autouse=True)
def open_log(monkeypatch, wrapping_key) -> None:
    monkeypatch.setattr(audit, "sealed_reads_open", lambda: True)


@records.action("note.seal")
def seal(actor, note, values):
    sealed.put(note, "whereabouts", values, actor)
    audit.record(actor, "note.seal", kind="note", record_id=note.pk)


def rows(note):
    return SealedValue.objects.filter(record_id=note.pk).order_by("id")
