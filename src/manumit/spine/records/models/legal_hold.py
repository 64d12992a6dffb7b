"""A stop on deletion."""

from typing import ClassVar

from django.conf import settings
from django.db import models

from manumit.spine.identity.models import Agency
from manumit.values.retention import Retention


class LegalHold(models.Model):
    """An order that a record may not be deleted, from `placed_at` until somebody lifts it."""

    kind = models.CharField(max_length=40)
    record_id = models.BigIntegerField()
    reason = models.CharField(max_length=500)
    authority = models.CharField(max_length=200)
    agency = models.ForeignKey(Agency, models.PROTECT, related_name="+")
    placed_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    placed_at = models.DateTimeField(auto_now_add=True)
    lifted_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    lifted_at = models.DateTimeField(null=True)
    lifted_reason = models.CharField(max_length=500, blank=True)

    sensitivity: ClassVar[dict[str, str]] = {
        "id": "internal", "kind": "internal", "record_id": "internal", "reason": "personal", "authority": "internal",
        "agency": "internal", "placed_by": "personal", "placed_at": "internal", "lifted_by": "personal",
        "lifted_at": "internal", "lifted_reason": "personal",
    }  # fmt: skip
    retention: ClassVar[Retention] = Retention(
        "Shows why a record outlived its schedule", years=7, from_field="lifted_at"
    )

    class Meta:
        indexes = [
            models.Index(fields=["kind", "record_id"], name="legal_hold_live", condition=models.Q(lifted_at=None))
        ]

    def __str__(self) -> str:
        return f"Hold on {self.kind} {self.record_id}"
