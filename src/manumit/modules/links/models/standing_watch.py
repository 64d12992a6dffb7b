"""Watches: a description that goes on being looked for, until a day."""

from typing import ClassVar

from django.conf import settings
from django.db import models

from manumit.spine.access import Beside, BesideRecord
from manumit.spine.identity.models import Agency
from manumit.values.retention import Retention


class StandingWatch(BesideRecord):
    """That `person` is told, through the day `ends_on`, of whoever newly fits `facts`; beside the case it is for.

    `told` are the keys they were told of, of records they might read then.
    """

    person = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", db_index=False)
    agency = models.ForeignKey(Agency, models.PROTECT, related_name="+", db_index=False)
    membership = models.BigIntegerField()
    purpose = models.CharField(max_length=20)
    profile = models.CharField(max_length=20)
    name = models.CharField(max_length=24)
    facts = models.JSONField()
    why = models.CharField(max_length=300)
    begun_at = models.DateTimeField(auto_now_add=True)
    ends_on = models.DateField()
    told = models.JSONField(default=list)

    scoped_through: ClassVar[Beside] = Beside(reads="summary", person="person")
    sensitivity: ClassVar[dict[str, str]] = {
        **BesideRecord.sensitivity,
        **dict.fromkeys(("agency", "membership", "purpose", "profile", "name", "begun_at", "ends_on"), "internal"),
        **dict.fromkeys(("person", "facts", "why", "told"), "personal"),
    }
    retention: ClassVar[Retention] = Retention("Ended, it serves nobody", years=1, from_field="ends_on")

    class Meta(BesideRecord.Meta):
        indexes = [models.Index("ends_on", name="standing_watch_ends")]
        verbose_name_plural = "standing watches"

    def __str__(self) -> str:
        return f"{self.record_number}: {self.profile}"
