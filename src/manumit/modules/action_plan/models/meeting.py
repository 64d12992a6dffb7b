"""A meeting under the plan."""

from typing import ClassVar

from django.db import models

from manumit.spine.access import ScopedModel, Through
from manumit.values.retention import Retention

from .plan import Plan
from .working_group import WorkingGroup


class Meeting(ScopedModel):
    """A meeting of the task force or of one of its groups, on a day."""

    plan = models.ForeignKey(Plan, models.CASCADE, related_name="meetings")
    group = models.ForeignKey(WorkingGroup, models.CASCADE, null=True, blank=True, related_name="+")
    title = models.CharField(max_length=200)
    held_on = models.DateField()
    minutes = models.TextField(blank=True)

    scoped_through: ClassVar[Through] = Through(kind="plan", path="plan", group="summary")
    sensitivity: ClassVar[dict[str, str]] = dict.fromkeys(
        ("id", "plan", "group", "title", "held_on", "minutes"),
        "summary",
    )
    retention: ClassVar[Retention] = Retention(Plan.retention.authority, with_parent="plan")

    class Meta(ScopedModel.Meta):
        ordering = ["id"]

    def __str__(self) -> str:
        return self.title
