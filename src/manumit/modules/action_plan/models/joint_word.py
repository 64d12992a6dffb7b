"""What a partner agency says of a joint commitment."""

from typing import ClassVar

from django.db import models

from manumit.spine.access import ScopedModel, Through
from manumit.values.retention import Retention

from ..choices import Status
from .commitment import Commitment


class JointWord(ScopedModel):
    """A partner's own word on how far a joint commitment is; it may disagree with the others."""

    commitment = models.ForeignKey(Commitment, models.CASCADE, related_name="joint_words")
    agency_code = models.CharField(max_length=20)
    status = models.CharField(max_length=12, choices=Status.choices)
    words = models.TextField(blank=True)
    said_at = models.DateTimeField()

    scoped_through: ClassVar[Through] = Through(kind="commitment", path="commitment", group="summary")
    sensitivity: ClassVar[dict[str, str]] = dict.fromkeys(
        ("id", "commitment", "agency_code", "status", "words", "said_at"),
        "summary",
    )
    retention: ClassVar[Retention] = Retention(Commitment.retention.authority, with_parent="commitment")

    class Meta(ScopedModel.Meta):
        ordering = ["id"]

    def __str__(self) -> str:
        return f"{self.agency_code}: {self.status}"
