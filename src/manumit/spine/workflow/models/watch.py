"""Records that people watch."""

from typing import ClassVar

from django.conf import settings
from django.db import models

from manumit.spine.access import Beside, BesideRecord
from manumit.spine.identity.models import Agency
from manumit.values.retention import Retention


class Watch(BesideRecord):
    """That `person`, for an agency, is told of changes to a record through the day `ends_on`.

    `told_version` is the record's version of which they know.
    """

    person = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", db_index=False)
    agency = models.ForeignKey(Agency, models.PROTECT, related_name="+", db_index=False)
    ends_on = models.DateField()
    told_version = models.PositiveIntegerField()
    begun_at = models.DateTimeField(auto_now_add=True)

    scoped_through: ClassVar[Beside] = Beside(reads="summary", person="person")
    sensitivity: ClassVar[dict[str, str]] = {
        **BesideRecord.sensitivity,
        **dict.fromkeys(("agency", "ends_on", "told_version", "begun_at"), "internal"),
        "person": "personal",
    }
    retention: ClassVar[Retention] = Retention("Ended, it serves nobody", years=1, from_field="ends_on")

    class Meta(BesideRecord.Meta):
        indexes = [models.Index("person", "agency", "ends_on", name="watch_of_person")]
        constraints = [models.UniqueConstraint("person", "agency", "record_kind", "record_id", name="watch_once")]
        verbose_name_plural = "watches"

    def __str__(self) -> str:
        return f"Watch of {self.record_number}"
