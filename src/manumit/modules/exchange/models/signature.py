"""Signatures under an agreement."""

from typing import ClassVar

from django.conf import settings
from django.db import models

from manumit.spine.access import ScopedModel, Through
from manumit.spine.identity.models import Agency
from manumit.values.retention import Retention

from .sharing_agreement import SharingAgreement


class Signature(ScopedModel):
    """That a person signed an agreement for one agency, in a `capacity` they named; never rewritten.

    `terms_hash` is the SHA-256 of the terms as they stood, in hexadecimal. The database lets an agency sign once, and
    nobody for two.
    """

    agreement = models.ForeignKey(SharingAgreement, models.CASCADE, related_name="signatures")
    agency = models.ForeignKey(Agency, models.PROTECT, related_name="+", db_index=False)
    person = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", db_index=False)
    capacity = models.CharField(max_length=200)
    signed_at = models.DateTimeField()
    terms_hash = models.CharField(max_length=64)

    scoped_through: ClassVar[Through] = Through(kind="agreement", path="agreement", group="summary")
    sensitivity: ClassVar[dict[str, str]] = dict.fromkeys(
        ("id", "agreement", "agency", "person", "capacity", "signed_at", "terms_hash"), "summary"
    )
    retention: ClassVar[Retention] = Retention(SharingAgreement.retention.authority, with_parent="agreement")

    class Meta(ScopedModel.Meta):
        constraints = [
            models.UniqueConstraint(fields=["agreement", "agency"], name="signature_one_an_agency"),
            models.UniqueConstraint(fields=["agreement", "person"], name="signature_nobody_for_two"),
        ]

    def __str__(self) -> str:
        return f"{self.person_id} for {self.agency_id}"
