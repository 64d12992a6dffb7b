"""Where a commitment was said again."""

from typing import ClassVar

from django.db import models

from manumit.spine.access import ScopedModel, Through
from manumit.values.retention import Retention

from .commitment import Commitment


class Restatement(ScopedModel):
    """A later document that says the same promise again, word for word."""

    commitment = models.ForeignKey(Commitment, models.CASCADE, related_name="restatements")
    document_number = models.CharField(max_length=16)
    document_title = models.CharField(max_length=300)
    said_on = models.DateField(null=True, blank=True)
    sentence = models.TextField()

    scoped_through: ClassVar[Through] = Through(kind="commitment", path="commitment", group="summary")
    sensitivity: ClassVar[dict[str, str]] = dict.fromkeys(
        ("id", "commitment", "document_number", "document_title", "said_on", "sentence"),
        "summary",
    )
    retention: ClassVar[Retention] = Retention(Commitment.retention.authority, with_parent="commitment")

    class Meta(ScopedModel.Meta):
        ordering = ["id"]

    def __str__(self) -> str:
        return self.sentence
