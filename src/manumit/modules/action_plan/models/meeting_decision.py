"""What a meeting decided."""

from typing import ClassVar

from django.db import models

from manumit.spine.access import ScopedModel, Through
from manumit.values.retention import Retention

from .meeting import Meeting
from .plan import Plan


class MeetingDecision(ScopedModel):
    """A decision of a meeting, and the commitment it led to, if any."""

    meeting = models.ForeignKey(Meeting, models.CASCADE, related_name="decisions")
    text = models.TextField()
    commitment_number = models.CharField(max_length=16, blank=True)

    scoped_through: ClassVar[Through] = Through(kind="plan", path="meeting__plan", group="summary")
    sensitivity: ClassVar[dict[str, str]] = dict.fromkeys(
        ("id", "meeting", "text", "commitment_number"),
        "summary",
    )
    retention: ClassVar[Retention] = Retention(Plan.retention.authority, with_parent="meeting")

    class Meta(ScopedModel.Meta):
        ordering = ["id"]

    def __str__(self) -> str:
        return self.text
