"""Notes beside records."""

from typing import ClassVar

from django.conf import settings
from django.db import models

from manumit.spine.access import Beside, BesideRecord
from manumit.spine.identity.models import Agency
from manumit.values.retention import Retention

from .running_clock import WITH_RECORD


class Note(BesideRecord):
    """What somebody wrote down for their agency. It is never rewritten: a correction is a note that `corrects` it."""

    agency = models.ForeignKey(Agency, models.PROTECT, related_name="+", db_index=False)
    text = models.TextField()
    source = models.CharField(max_length=200, blank=True)
    author = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", db_index=False)
    written_at = models.DateTimeField(auto_now_add=True)
    corrects = models.OneToOneField("self", models.CASCADE, null=True, related_name="correction")

    scoped_through: ClassVar[Beside] = Beside()
    sensitivity: ClassVar[dict[str, str]] = {
        **BesideRecord.sensitivity,
        **dict.fromkeys(("agency", "written_at", "corrects"), "internal"),
        **dict.fromkeys(("text", "source", "author"), "personal"),
    }
    retention: ClassVar[Retention] = WITH_RECORD

    class Meta(BesideRecord.Meta):
        indexes = [models.Index("record_kind", "record_id", "id", name="note_of_record")]

    def __str__(self) -> str:
        return f"Note {self.pk} beside {self.record_number}"

    @property
    def is_corrected(self) -> bool:
        """Whether a later one corrects it."""
        return hasattr(self, "correction")
