"""A day a commitment was due, old ones included."""

from typing import ClassVar

from django.db import models

from manumit.spine.access import ScopedModel, Through
from manumit.values.retention import Retention

from .commitment import Commitment


class DueDate(ScopedModel):
    """A due date as it was set: the newest stands, the others stay in sight with the reason they moved."""

    commitment = models.ForeignKey(Commitment, models.CASCADE, related_name="due_dates")
    due_on = models.DateField(null=True, blank=True)
    words = models.CharField(max_length=120, blank=True)
    reason = models.TextField(blank=True)
    set_at = models.DateTimeField()

    scoped_through: ClassVar[Through] = Through(kind="commitment", path="commitment", group="summary")
    sensitivity: ClassVar[dict[str, str]] = dict.fromkeys(
        ("id", "commitment", "due_on", "words", "reason", "set_at"),
        "summary",
    )
    retention: ClassVar[Retention] = Retention(Commitment.retention.authority, with_parent="commitment")

    class Meta(ScopedModel.Meta):
        ordering = ["id"]

    def __str__(self) -> str:
        return str(self.due_on)
