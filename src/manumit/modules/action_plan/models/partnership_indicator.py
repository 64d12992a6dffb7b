"""What a partnership is measured by."""

from typing import ClassVar

from django.db import models

from manumit.spine.access import ScopedModel, Through
from manumit.values.retention import Retention

from .partnership import Partnership


class PartnershipIndicator(ScopedModel):
    """A measure with its value before the partnership, a target for every year of it, and what was reached.

    `targets` and `actuals` are numbers by year: `{"2025": 40}`.
    """

    partnership = models.ForeignKey(Partnership, models.CASCADE, related_name="indicators")
    title = models.CharField(max_length=300)
    baseline = models.IntegerField(null=True, blank=True)
    targets = models.JSONField(default=dict)
    actuals = models.JSONField(default=dict, blank=True)

    scoped_through: ClassVar[Through] = Through(kind="partnership", path="partnership", group="summary")
    sensitivity: ClassVar[dict[str, str]] = dict.fromkeys(
        ("id", "partnership", "title", "baseline", "targets", "actuals"), "summary"
    )
    retention: ClassVar[Retention] = Retention(Partnership.retention.authority, with_parent="partnership")

    class Meta(ScopedModel.Meta):
        ordering = ["id"]

    def __str__(self) -> str:
        return self.title
