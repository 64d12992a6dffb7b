"""A change both sides signed."""

from typing import ClassVar

from django.db import models

from manumit.spine.access import ScopedModel, Through
from manumit.values.retention import Retention

from .partnership import Partnership


class PartnershipAmendment(ScopedModel):
    """What was amended on a day, and the new last day where that moved; `ended_on` is the day that stood before."""

    partnership = models.ForeignKey(Partnership, models.CASCADE, related_name="amendments")
    signed_on = models.DateField()
    text = models.TextField()
    ends_on = models.DateField(null=True, blank=True)
    ended_on = models.DateField(null=True, blank=True)

    scoped_through: ClassVar[Through] = Through(kind="partnership", path="partnership", group="summary")
    sensitivity: ClassVar[dict[str, str]] = dict.fromkeys(
        ("id", "partnership", "signed_on", "text", "ends_on", "ended_on"), "summary"
    )
    retention: ClassVar[Retention] = Retention(Partnership.retention.authority, with_parent="partnership")

    class Meta(ScopedModel.Meta):
        ordering = ["signed_on", "id"]

    def __str__(self) -> str:
        return self.text
