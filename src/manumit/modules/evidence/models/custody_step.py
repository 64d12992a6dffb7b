"""The chain of custody."""

from typing import ClassVar

from django.conf import settings
from django.db import models

from manumit.spine.access import ScopedModel, Through
from manumit.values.retention import Retention

from ..choices import SealFound
from .evidence_item import EvidenceItem


class CustodyStep(ScopedModel):
    """That an item passed from one hand to the next at a moment, and how its seal was found. Never rewritten.

    Steps of an item are numbered from 1. `before` is the number of the step before and `from_hand` the hand it ended
    in: the database refuses a step whose hand is not the one before, so no hand can be skipped and no chain forks.
    """

    item = models.ForeignKey(EvidenceItem, models.CASCADE, related_name="chain")
    number = models.PositiveIntegerField()
    before = models.PositiveIntegerField(null=True)
    from_hand = models.CharField(max_length=220, blank=True)
    to_hand = models.CharField(max_length=220)
    passed_at = models.DateTimeField()
    reason = models.CharField(max_length=300)
    seal_number = models.CharField(max_length=60, blank=True)
    seal_found = models.CharField(max_length=10, choices=SealFound.choices)
    receipt = models.CharField(max_length=100, blank=True)
    received_by = models.CharField(max_length=200, blank=True)
    witness = models.CharField(max_length=200, blank=True)
    recorded_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", db_index=False)
    recorded_at = models.DateTimeField(auto_now_add=True)

    scoped_through: ClassVar[Through] = Through(kind="evidence", path="item", group="custody")
    sensitivity: ClassVar[dict[str, str]] = dict.fromkeys(
        ("id", "item", "number", "before", "from_hand", "to_hand", "passed_at", "reason", "seal_number", "seal_found",
         "receipt", "received_by", "witness", "recorded_by", "recorded_at"),
        "custody",
    )  # fmt: skip
    retention: ClassVar[Retention] = Retention(EvidenceItem.retention.authority, with_parent="item")

    class Meta(ScopedModel.Meta):
        ordering = ["item_id", "number"]
        constraints = [
            models.UniqueConstraint(fields=["item", "number"], name="custody_one_step_a_number"),
            models.UniqueConstraint(fields=["item", "number", "to_hand"], name="custody_step_and_hand"),
            models.CheckConstraint(
                condition=models.Q(number=1, before=None, from_hand="")
                | (
                    models.Q(number__gt=1, before__isnull=False, before=models.F("number") - 1)
                    & ~models.Q(from_hand="")
                ),
                name="custody_follows_the_step_before",
            ),
        ]

    def __str__(self) -> str:
        return f"Step {self.number} of {self.item_id}"
