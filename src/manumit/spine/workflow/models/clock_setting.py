"""Limits that an agency sets for clocks that nobody verified, or more strictly than the law."""

from typing import ClassVar

from django.conf import settings
from django.db import models

from manumit.spine.identity.models import Agency
from manumit.values import time_limits
from manumit.values.retention import Retention


class ClockSetting(models.Model):
    """An agency's own limit for a clock, with its citation, from a day on. A later row supersedes; none is changed."""

    append_only = True

    agency = models.ForeignKey(Agency, models.PROTECT, related_name="+")
    clock = models.CharField(max_length=60)
    limit = models.JSONField()
    citation = models.CharField(max_length=200)
    effective_on = models.DateField()
    set_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    set_at = models.DateTimeField(auto_now_add=True)

    retention: ClassVar[Retention] = Retention("Shows by which limit an agency's clocks ran: kept while the agency is")
    sensitivity: ClassVar[dict[str, str]] = {
        **dict.fromkeys(("id", "agency", "clock", "limit", "citation", "effective_on", "set_at"), "internal"),
        "set_by": "personal",
    }

    class Meta:
        indexes = [models.Index(fields=["agency", "clock", "effective_on"], name="clock_setting_of_agency")]

    def __str__(self) -> str:
        return f"{self.clock} of {self.agency}"

    @property
    def time_limit(self) -> time_limits.TimeLimit:
        """The limit set."""
        return time_limits.from_plain(self.limit)
