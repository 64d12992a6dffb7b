"""That somebody asked about what an agency holds."""

from typing import ClassVar

from django.db import models

from manumit.spine.access import Beside, BesideRecord
from manumit.spine.identity.models import Agency
from manumit.values.retention import Retention


class PointerHit(BesideRecord):
    """That another agency's inquiry met a record which its owner, `agency`, keeps as a pointer; the owner's own row.

    It says who asks and whom to call there, not what was asked: that is the asker's to tell.
    """

    agency = models.ForeignKey(Agency, models.PROTECT, related_name="+", db_index=False)
    asking_agency = models.ForeignKey(Agency, models.PROTECT, related_name="+", db_index=False)
    inquiry_id = models.BigIntegerField()
    inquiry_number = models.CharField(max_length=16)
    purpose = models.CharField(max_length=20)
    asked_at = models.DateTimeField()
    told_at = models.DateTimeField(null=True)

    scoped_through: ClassVar[Beside] = Beside(reads="summary")
    sensitivity: ClassVar[dict[str, str]] = {
        **BesideRecord.sensitivity,
        **dict.fromkeys(
            ("agency", "asking_agency", "inquiry_id", "inquiry_number", "purpose", "asked_at", "told_at"), "internal"
        ),
    }
    retention: ClassVar[Retention] = Retention(
        "28 CFR 23.20(e): a record is kept of who was given what, and why", years=10, from_field="asked_at"
    )

    class Meta(BesideRecord.Meta):
        indexes = [
            models.Index("agency", models.F("asked_at").desc(), models.F("id").desc(), name="pointer_hit_newest"),
            models.Index("record_kind", "record_id", name="pointer_hit_of_record"),
            models.Index("inquiry_id", name="pointer_hit_untold", condition=models.Q(told_at=None)),
        ]

    def __str__(self) -> str:
        return f"{self.inquiry_number} met {self.record_number}"
