"""Agreements: what makes an agency a partner."""

from collections.abc import Mapping
from datetime import datetime

from django.db import models
from django.db.models import Q

from manumit.spine.identity.models import Agency
from manumit.values.retention import Retention


class Agreement(models.Model):
    """A signed agreement under which `agency` sees records that others keep open to partners.

    `reference` is the document's own number or title; the document is kept outside.
    """

    agency = models.ForeignKey(Agency, models.PROTECT, related_name="agreements")
    reference = models.CharField(max_length=200)
    signed_on = models.DateField()
    expires_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True, blank=True)

    retention = Retention(authority="Shows by what right agencies saw records", years=10, from_field="expires_at")
    sensitivity: Mapping[str, str] = {
        "id": "internal", "agency": "internal", "reference": "internal", "signed_on": "internal",
        "expires_at": "internal", "ended_at": "internal",
    }  # fmt: skip

    class Meta:
        indexes = [
            models.Index(fields=["agency", "expires_at"], name="agreement_live", condition=Q(ended_at__isnull=True))
        ]

    def __str__(self) -> str:
        return f"{self.agency}: {self.reference}"

    @classmethod
    def live(cls, at: datetime) -> models.QuerySet["Agreement"]:
        """Return the agreements in force at the moment `at`."""
        return cls._default_manager.filter(ended_at__isnull=True, expires_at__gt=at)
