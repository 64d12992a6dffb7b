"""A principle: the numbered heading of priority actions."""

from typing import ClassVar

from django.db import models

from manumit.spine.access import ScopedModel, Through
from manumit.values.retention import Retention

from .pillar import Pillar
from .plan import Plan


class Principle(ScopedModel):
    """A numbered principle under a pillar, word for word."""

    plan = models.ForeignKey(Plan, models.CASCADE, related_name="principles")
    pillar = models.ForeignKey(Pillar, models.CASCADE, related_name="+")
    number = models.CharField(max_length=12)
    text = models.TextField()

    scoped_through: ClassVar[Through] = Through(kind="plan", path="plan", group="summary")
    sensitivity: ClassVar[dict[str, str]] = dict.fromkeys(
        ("id", "plan", "pillar", "number", "text"),
        "summary",
    )
    retention: ClassVar[Retention] = Retention(Plan.retention.authority, with_parent="plan")

    class Meta(ScopedModel.Meta):
        ordering = ["id"]

    def __str__(self) -> str:
        return f"{self.number} {self.text}"
