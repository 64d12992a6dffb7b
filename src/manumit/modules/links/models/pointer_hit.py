"""Pointers: that another agency holds something."""

from typing import ClassVar

from django.db import models

from manumit.spine.access import Beside, BesideRecord
from manumit.spine.identity.models import Agency

from .pair import OF_BOTH


class PointerHit(BesideRecord):
    """That something of this record may be known to `holder`, whom to ask: nothing of what they hold stands here.

    `agency` is told, beside its own record `record`. `candidate` is the pair it came of, for the job that ends it.
    """

    agency = models.ForeignKey(Agency, models.PROTECT, related_name="+", db_index=False)
    holder = models.ForeignKey(Agency, models.PROTECT, related_name="+", db_index=False)
    profile = models.CharField(max_length=20)
    name = models.CharField(max_length=24)
    candidate = models.BigIntegerField()
    told_at = models.DateTimeField(auto_now_add=True)

    scoped_through: ClassVar[Beside] = Beside()
    sensitivity: ClassVar[dict[str, str]] = {
        **BesideRecord.sensitivity,
        **dict.fromkeys(("agency", "holder", "profile", "name", "candidate", "told_at"), "internal"),
    }
    retention = OF_BOTH

    class Meta(BesideRecord.Meta):
        indexes = [models.Index("record_kind", "record_id", name="pointer_of_record")]
        constraints = [models.UniqueConstraint(fields=["candidate", "record_kind", "record_id"], name="pointer_once")]

    def __str__(self) -> str:
        return f"{self.record_number}: ask {self.holder_id}"
