"""The yearly dialogue of a partnership."""

from typing import ClassVar

from django.contrib.postgres.fields import ArrayField
from django.db import models

from manumit.spine.access import ScopedModel, Through
from manumit.values.retention import Retention

from .partnership import Partnership


class PartnershipDialogue(ScopedModel):
    """A dialogue on a day about indicators chosen beforehand (`indicators`, their ids), and what it decided."""

    partnership = models.ForeignKey(Partnership, models.CASCADE, related_name="dialogues")
    held_on = models.DateField()
    indicators = ArrayField(models.BigIntegerField())
    decisions = models.TextField(blank=True)

    scoped_through: ClassVar[Through] = Through(kind="partnership", path="partnership", group="summary")
    sensitivity: ClassVar[dict[str, str]] = dict.fromkeys(
        ("id", "partnership", "held_on", "indicators", "decisions"), "summary"
    )
    retention: ClassVar[Retention] = Retention(Partnership.retention.authority, with_parent="partnership")

    class Meta(ScopedModel.Meta):
        ordering = ["held_on", "id"]

    def __str__(self) -> str:
        return str(self.held_on)
