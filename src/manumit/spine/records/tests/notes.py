"""A kind of record for tests of the spine, on a table of its own: a note, with a sealed whereabouts."""

from datetime import UTC, datetime
from pathlib import Path
from typing import Any, ClassVar

from django.db import models, transaction

from manumit.spine import audit
from manumit.spine.access import Kind
from manumit.spine.identity.models import Agency
from manumit.spine.records import Record, numbers, provenance
from manumit.values.retention import Retention


class Note(Record):
    """A record with a field of each group."""

    kind: ClassVar[str] = "note"
    number_prefix: ClassVar[str] = "N"

    title = models.CharField(max_length=40, blank=True)
    state = models.CharField(max_length=12, default="draft")
    state_since_at = models.DateTimeField(null=True)
    count = models.IntegerField(default=0)
    seen_on = models.DateField(null=True, blank=True)
    story = models.TextField(blank=True)

    sensitivity: ClassVar[dict[str, str]] = {
        **Record.sensitivity,
        **dict.fromkeys(("title", "state", "state_since_at", "count", "seen_on"), "summary"),
        "story": "narrative",
    }
    sealed_fields: ClassVar[dict[str, tuple[str, ...]]] = {"whereabouts": ("address", "phone")}
    moved_fields: ClassVar[frozenset[str]] = frozenset({"state", "state_since_at"})
    retention: ClassVar[Retention] = Retention("Tests", years=10, from_field="opened_at")
    kept_while: ClassVar[models.Q | None] = models.Q(state="published")

    class Meta(Record.Meta):
        app_label = "records_tests"


KIND = Kind(
    "note",
    "records_tests.Note",
    ("summary", "narrative", "whereabouts"),
    Path(__file__).with_name("note.cedar"),
    sealed=frozenset({"whereabouts"}),
)
vars(KIND)["model_class"] = Note


def note(owner: Agency, **values: Any) -> Note:
    """Return a saved note with its leaf."""
    now = datetime.now(UTC)
    said = provenance.begin(provenance.said("a test"))
    facts = {"number": numbers.allocate("N"), "opened_at": now, "changed_at": now, "provenance": said, **values}
    with transaction.atomic():
        made = Note.unscoped.create(owner=owner, **facts)
        audit.record(None, "note.open", kind="note", record_id=made.pk)
    return made
