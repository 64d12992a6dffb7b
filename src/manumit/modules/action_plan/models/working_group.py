"""A working group under the plan."""

from typing import ClassVar

from django.contrib.postgres.fields import ArrayField
from django.db import models

from manumit.spine.access import ScopedModel, Through
from manumit.values.retention import Retention

from .plan import Plan


class WorkingGroup(ScopedModel):
    """A group of agencies with a remit; `chair` is an agency code."""

    plan = models.ForeignKey(Plan, models.CASCADE, related_name="groups")
    title = models.CharField(max_length=200)
    remit = models.TextField(blank=True)
    chair = models.CharField(max_length=20, blank=True)
    members = ArrayField(models.CharField(max_length=20), default=list, blank=True)

    scoped_through: ClassVar[Through] = Through(kind="plan", path="plan", group="summary")
    sensitivity: ClassVar[dict[str, str]] = dict.fromkeys(
        ("id", "plan", "title", "remit", "chair", "members"),
        "summary",
    )
    retention: ClassVar[Retention] = Retention(Plan.retention.authority, with_parent="plan")

    class Meta(ScopedModel.Meta):
        ordering = ["id"]

    def __str__(self) -> str:
        return self.title
