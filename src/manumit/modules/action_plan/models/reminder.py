"""That people were reminded of something, once."""

from typing import ClassVar

from django.db import models

from manumit.spine.access import Beside, BesideRecord
from manumit.spine.identity.models import Agency
from manumit.spine.workflow.models.running_clock import WITH_RECORD
from manumit.values.retention import Retention


class Reminder(BesideRecord):
    """That `agency` was told of `step` (a rule of `rounds.py`) beside a record.

    `key` names the step, what it is about and the day it was due. It is there once: a restart tells nobody twice.
    """

    agency = models.ForeignKey(Agency, models.PROTECT, related_name="+", db_index=False)
    step = models.CharField(max_length=20)
    key = models.CharField(max_length=80, unique=True)
    told_at = models.DateTimeField(auto_now_add=True)

    scoped_through: ClassVar[Beside] = Beside(reads="summary")
    sensitivity: ClassVar[dict[str, str]] = {
        **BesideRecord.sensitivity,
        **dict.fromkeys(("agency", "step", "key", "told_at"), "internal"),
    }
    retention: ClassVar[Retention] = WITH_RECORD

    class Meta(BesideRecord.Meta):
        indexes = [models.Index("record_kind", "record_id", name="reminder_of_record")]

    def __str__(self) -> str:
        return self.key
