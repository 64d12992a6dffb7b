"""What a side gives to a partnership."""

from typing import ClassVar

from django.db import models

from manumit.spine.access import ScopedModel, Through
from manumit.values.retention import Retention

from ..choices import ContributionForm, Side
from .partnership import Partnership


class PartnershipContribution(ScopedModel):
    """Money or goods of one side in one year: planned, and what came; in US dollars."""

    partnership = models.ForeignKey(Partnership, models.CASCADE, related_name="contributions")
    side = models.CharField(max_length=8, choices=Side.choices)
    contribution_form = models.CharField(max_length=8, choices=ContributionForm.choices)
    year = models.PositiveSmallIntegerField()
    planned = models.DecimalField(max_digits=14, decimal_places=2)
    actual = models.DecimalField(max_digits=14, decimal_places=2, null=True, blank=True)

    scoped_through: ClassVar[Through] = Through(kind="partnership", path="partnership", group="summary")
    sensitivity: ClassVar[dict[str, str]] = dict.fromkeys(
        ("id", "partnership", "side", "contribution_form", "year", "planned", "actual"), "summary"
    )
    retention: ClassVar[Retention] = Retention(Partnership.retention.authority, with_parent="partnership")

    class Meta(ScopedModel.Meta):
        ordering = ["year", "id"]

    def __str__(self) -> str:
        return f"{self.side} {self.year}"
