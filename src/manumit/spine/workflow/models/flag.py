"""Flags beside records."""

from datetime import date
from typing import ClassVar

from django.conf import settings
from django.db import models
from django.utils import timezone

from manumit.spine.access import Beside, BesideRecord
from manumit.spine.identity.models import Agency
from manumit.values.retention import Retention

from .running_clock import WITH_RECORD


class Flag(BesideRecord):
    """A mark for everybody of the agency who opens the record, through the day `ends_on` or until taken down."""

    agency = models.ForeignKey(Agency, models.PROTECT, related_name="+", db_index=False)
    text = models.CharField(max_length=200)
    ends_on = models.DateField()
    raised_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", db_index=False)
    raised_at = models.DateTimeField(auto_now_add=True)
    lowered_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+", db_index=False
    )
    lowered_at = models.DateTimeField(null=True)
    because = models.CharField(max_length=500, blank=True)
    told = models.BooleanField(default=False)

    scoped_through: ClassVar[Beside] = Beside()
    sensitivity: ClassVar[dict[str, str]] = {
        **BesideRecord.sensitivity,
        **dict.fromkeys(("agency", "ends_on", "raised_at", "lowered_at", "told"), "internal"),
        **dict.fromkeys(("text", "raised_by", "lowered_by", "because"), "personal"),
    }
    retention: ClassVar[Retention] = WITH_RECORD

    class Meta(BesideRecord.Meta):
        indexes = [
            models.Index("record_kind", "record_id", name="flag_of_record"),
            models.Index("ends_on", name="flag_standing", condition=models.Q(lowered_at=None, told=False)),
        ]

    def __str__(self) -> str:
        return f"Flag {self.pk} beside {self.record_number}"

    def stands(self, today: date | None = None) -> bool:
        """Whether it is up."""
        return self.lowered_at is None and self.ends_on >= (today or timezone.localdate())
