"""A report under the plan."""

from typing import ClassVar

from django.db import models

from manumit.spine.access import ScopedModel, Through
from manumit.values.retention import Retention

from .plan import Plan


class PlanReport(ScopedModel):
    """A published report: its title, the year it is about, and where it is."""

    plan = models.ForeignKey(Plan, models.CASCADE, related_name="reports")
    title = models.CharField(max_length=200)
    year = models.PositiveSmallIntegerField()
    url = models.URLField(max_length=500, blank=True)
    published_on = models.DateField(null=True, blank=True)

    scoped_through: ClassVar[Through] = Through(kind="plan", path="plan", group="summary")
    sensitivity: ClassVar[dict[str, str]] = dict.fromkeys(
        ("id", "plan", "title", "year", "url", "published_on"),
        "summary",
    )
    retention: ClassVar[Retention] = Retention(Plan.retention.authority, with_parent="plan")

    class Meta(ScopedModel.Meta):
        ordering = ["id"]

    def __str__(self) -> str:
        return self.title
