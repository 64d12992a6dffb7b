"""What the survivors' council says of a report before it is published."""

from typing import ClassVar

from django.db import models

from manumit.spine.access import ScopedModel, Through
from manumit.values.retention import Retention

from .progress_update import ProgressUpdate


class CouncilComment(ScopedModel):
    """A comment of the council, or its word that it has nothing to add (`text` empty), and the agency's answer.

    `named` is shown with it only where the person chose so.
    """

    update = models.ForeignKey(ProgressUpdate, models.CASCADE, related_name="comments")
    text = models.TextField(blank=True)
    named = models.CharField(max_length=120, blank=True)
    said_at = models.DateTimeField()
    answer = models.TextField(blank=True)
    answered_at = models.DateTimeField(null=True, blank=True)

    scoped_through: ClassVar[Through] = Through(kind="progress_update", path="update", group="summary")
    sensitivity: ClassVar[dict[str, str]] = dict.fromkeys(
        ("id", "update", "text", "named", "said_at", "answer", "answered_at"),
        "summary",
    )
    retention: ClassVar[Retention] = Retention(ProgressUpdate.retention.authority, with_parent="update")

    class Meta(ScopedModel.Meta):
        ordering = ["id"]

    def __str__(self) -> str:
        return self.text
