"""Work of laboratories."""

from typing import ClassVar

from django.conf import settings
from django.db import models

from manumit.spine.access import ScopedModel, Through
from manumit.values.retention import Retention

from .evidence_item import EvidenceItem


class LabSubmission(ScopedModel):
    """An examination asked of a laboratory, and its result as the laboratory reported it."""

    item = models.ForeignKey(EvidenceItem, models.CASCADE, related_name="submissions")
    laboratory = models.CharField(max_length=200)
    examination = models.CharField(max_length=300)
    submitted_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", db_index=False)
    submitted_at = models.DateTimeField()
    reference = models.CharField(max_length=100, blank=True)
    result = models.TextField(blank=True)
    reported_by = models.CharField(max_length=200, blank=True)
    reported_on = models.DateField(null=True)
    result_recorded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+", db_index=False
    )
    result_recorded_at = models.DateTimeField(null=True)
    corrects = models.OneToOneField("self", models.CASCADE, null=True, related_name="correction")

    scoped_through: ClassVar[Through] = Through(kind="evidence", path="item", group="lab")
    sensitivity: ClassVar[dict[str, str]] = dict.fromkeys(
        ("id", "item", "laboratory", "examination", "submitted_by", "submitted_at", "reference", "result",
         "reported_by", "reported_on", "result_recorded_by", "result_recorded_at", "corrects"),
        "lab",
    )  # fmt: skip
    retention: ClassVar[Retention] = Retention(EvidenceItem.retention.authority, with_parent="item")

    class Meta(ScopedModel.Meta):
        ordering = ["id"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(result="", result_recorded_at=None, reported_on=None)
                | (~models.Q(result="") & models.Q(result_recorded_at__isnull=False, reported_on__isnull=False)),
                name="lab_result_whole",
            )
        ]

    def __str__(self) -> str:
        return f"{self.examination} at {self.laboratory}"

    @property
    def is_corrected(self) -> bool:
        """Whether a later one corrects it."""
        return hasattr(self, "correction")
