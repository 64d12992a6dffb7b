"""Seals."""

from typing import ClassVar

from django.conf import settings
from django.db import models

from manumit.spine.access import ScopedModel, Through
from manumit.values.retention import Retention

from .evidence_item import EvidenceItem


class Seal(ScopedModel):
    """A numbered seal put on an item by who had it, until it was broken, and why."""

    item = models.ForeignKey(EvidenceItem, models.CASCADE, related_name="seals")
    seal_number = models.CharField(max_length=60)
    applied_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", db_index=False)
    applied_at = models.DateTimeField(auto_now_add=True)
    broken_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+", db_index=False)
    broken_at = models.DateTimeField(null=True)
    because = models.CharField(max_length=300, blank=True)

    scoped_through: ClassVar[Through] = Through(kind="evidence", path="item", group="custody")
    sensitivity: ClassVar[dict[str, str]] = dict.fromkeys(
        ("id", "item", "seal_number", "applied_by", "applied_at", "broken_by", "broken_at", "because"), "custody"
    )
    retention: ClassVar[Retention] = Retention(EvidenceItem.retention.authority, with_parent="item")

    class Meta(ScopedModel.Meta):
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(fields=["item"], name="seal_one_whole", condition=models.Q(broken_at=None)),
            models.UniqueConstraint(fields=["item", "seal_number"], name="seal_number_once_an_item"),
        ]

    def __str__(self) -> str:
        return self.seal_number
