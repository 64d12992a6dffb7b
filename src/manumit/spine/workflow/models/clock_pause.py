"""Pauses of running clocks."""

from typing import ClassVar

from django.conf import settings
from django.db import models

from manumit.spine.access import Beside, BesideRecord
from manumit.spine.identity.models import Agency
from manumit.values.retention import Retention

from .running_clock import WITH_RECORD, RunningClock


class ClockPause(BesideRecord):
    """That a clock did not count from `begins_at` to `ends_at` (open while None), and why."""

    running = models.ForeignKey(RunningClock, models.CASCADE, related_name="pauses")
    agency = models.ForeignKey(Agency, models.PROTECT, related_name="+", db_index=False)
    begins_at = models.DateTimeField()
    ends_at = models.DateTimeField(null=True)
    because = models.CharField(max_length=500)
    paused_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", db_index=False)
    resumed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+", db_index=False
    )

    scoped_through: ClassVar[Beside] = Beside()
    sensitivity: ClassVar[dict[str, str]] = {
        **BesideRecord.sensitivity,
        **dict.fromkeys(("running", "agency", "begins_at", "ends_at"), "internal"),
        **dict.fromkeys(("because", "paused_by", "resumed_by"), "personal"),
    }
    retention: ClassVar[Retention] = WITH_RECORD

    class Meta(BesideRecord.Meta):
        ordering = ["begins_at", "id"]
        constraints = [
            models.UniqueConstraint("running", name="clock_paused_once", condition=models.Q(ends_at=None)),
            models.CheckConstraint(
                condition=models.Q(ends_at=None) | models.Q(ends_at__gte=models.F("begins_at")),
                name="clock_pause_in_order",
            ),
        ]

    def __str__(self) -> str:
        return f"Pause of {self.running_id}"
