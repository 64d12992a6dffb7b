"""A priority action: what the plan asks of named agencies."""

from typing import ClassVar

from django.contrib.postgres.fields import ArrayField
from django.db import models

from manumit.spine.access import ScopedModel, Through
from manumit.values.retention import Retention

from .plan import Plan
from .principle import Principle


class PriorityAction(ScopedModel):
    """A numbered action of a plan. `text` is word for word and no action changes it.

    `leads` and `supporting` are agency codes; `timeline` is the plan's words for when, `due_on` computed from them.
    """

    plan = models.ForeignKey(Plan, models.CASCADE, related_name="actions")
    principle = models.ForeignKey(Principle, models.CASCADE, related_name="+")
    number = models.CharField(max_length=12)
    text = models.TextField()
    leads = ArrayField(models.CharField(max_length=20), default=list)
    supporting = ArrayField(models.CharField(max_length=20), default=list, blank=True)
    timeline = models.CharField(max_length=200, blank=True)
    due_on = models.DateField(null=True, blank=True)

    scoped_through: ClassVar[Through] = Through(kind="plan", path="plan", group="summary")
    sensitivity: ClassVar[dict[str, str]] = dict.fromkeys(
        ("id", "plan", "principle", "number", "text", "leads", "supporting", "timeline", "due_on"),
        "summary",
    )
    retention: ClassVar[Retention] = Retention(Plan.retention.authority, with_parent="plan")

    class Meta(ScopedModel.Meta):
        ordering = ["id"]
        constraints = [models.UniqueConstraint(fields=["plan", "number"], name="priority_action_once")]

    def __str__(self) -> str:
        return f"{self.number} {self.text}"
