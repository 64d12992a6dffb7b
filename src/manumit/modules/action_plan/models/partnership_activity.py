"""What a side of a partnership does."""

from typing import ClassVar

from django.db import models

from manumit.spine.access import ScopedModel, Through
from manumit.values.retention import Retention

from ..choices import Side
from .partnership import Partnership
from .partnership_objective import PartnershipObjective


class PartnershipActivity(ScopedModel):
    """An activity towards an objective, the `side` that answers for it, when it is due and when it was done."""

    partnership = models.ForeignKey(Partnership, models.CASCADE, related_name="activities")
    objective = models.ForeignKey(PartnershipObjective, models.CASCADE, related_name="+")
    side = models.CharField(max_length=8, choices=Side.choices)
    text = models.TextField()
    due_on = models.DateField(null=True, blank=True)
    done_on = models.DateField(null=True, blank=True)
    result = models.TextField(blank=True)

    scoped_through: ClassVar[Through] = Through(kind="partnership", path="partnership", group="summary")
    sensitivity: ClassVar[dict[str, str]] = dict.fromkeys(
        ("id", "partnership", "objective", "side", "text", "due_on", "done_on", "result"), "summary"
    )
    retention: ClassVar[Retention] = Retention(Partnership.retention.authority, with_parent="partnership")

    class Meta(ScopedModel.Meta):
        ordering = ["id"]

    def __str__(self) -> str:
        return self.text
