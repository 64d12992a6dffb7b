"""What a partnership wants to reach."""

from typing import ClassVar

from django.db import models

from manumit.spine.access import ScopedModel, Through
from manumit.values.retention import Retention

from ..choices import PlanPillar
from .partnership import Partnership


class PartnershipObjective(ScopedModel):
    """A shared objective under a pillar, as the instrument words it."""

    partnership = models.ForeignKey(Partnership, models.CASCADE, related_name="shared_objectives")
    pillar = models.CharField(max_length=12, choices=PlanPillar.choices, blank=True)
    text = models.TextField()

    scoped_through: ClassVar[Through] = Through(kind="partnership", path="partnership", group="summary")
    sensitivity: ClassVar[dict[str, str]] = dict.fromkeys(("id", "partnership", "pillar", "text"), "summary")
    retention: ClassVar[Retention] = Retention(Partnership.retention.authority, with_parent="partnership")

    class Meta(ScopedModel.Meta):
        ordering = ["id"]

    def __str__(self) -> str:
        return self.text
