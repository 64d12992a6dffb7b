"""What shows that a commitment was kept."""

from typing import ClassVar

from django.db import models

from manumit.spine.access import ScopedModel, Through
from manumit.values.retention import Retention

from ..choices import EvidenceKind
from .commitment import Commitment


class Evidence(ScopedModel):
    """A document, page, data or event that shows what was done; `counts` is how many of the target it proves."""

    commitment = models.ForeignKey(Commitment, models.CASCADE, related_name="evidence")
    evidence_kind = models.CharField(max_length=12, choices=EvidenceKind.choices)
    title = models.CharField(max_length=300)
    url = models.URLField(max_length=500, blank=True)
    dated_on = models.DateField(null=True, blank=True)
    counts = models.PositiveIntegerField(default=0)
    public = models.BooleanField(default=True)
    given_at = models.DateTimeField()

    scoped_through: ClassVar[Through] = Through(kind="commitment", path="commitment", group="summary")
    sensitivity: ClassVar[dict[str, str]] = dict.fromkeys(
        ("id", "commitment", "evidence_kind", "title", "url", "dated_on", "counts", "public", "given_at"),
        "summary",
    )
    retention: ClassVar[Retention] = Retention(Commitment.retention.authority, with_parent="commitment")

    class Meta(ScopedModel.Meta):
        ordering = ["id"]
        verbose_name_plural = "evidence"

    def __str__(self) -> str:
        return self.title
