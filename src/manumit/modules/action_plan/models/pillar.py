"""A pillar as one plan names it."""

from typing import ClassVar

from django.db import models

from manumit.spine.access import ScopedModel, Through
from manumit.values.retention import Retention

from ..choices import PlanPillar
from .plan import Plan


class Pillar(ScopedModel):
    """A plan's own name of a pillar, and the pillar it is mapped to: "crosscutting" is partnerships."""

    plan = models.ForeignKey(Plan, models.CASCADE, related_name="pillars")
    pillar = models.CharField(max_length=12, choices=PlanPillar.choices)
    title = models.CharField(max_length=200)
    position = models.PositiveSmallIntegerField()

    scoped_through: ClassVar[Through] = Through(kind="plan", path="plan", group="summary")
    sensitivity: ClassVar[dict[str, str]] = dict.fromkeys(
        ("id", "plan", "pillar", "title", "position"),
        "summary",
    )
    retention: ClassVar[Retention] = Retention(Plan.retention.authority, with_parent="plan")

    class Meta(ScopedModel.Meta):
        ordering = ["id"]

    def __str__(self) -> str:
        return self.title
