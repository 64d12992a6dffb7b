"""Clocks that run beside records."""

from datetime import date, datetime
from typing import ClassVar
from zoneinfo import ZoneInfo

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from manumit.spine.access import Beside, BesideRecord
from manumit.spine.identity.models import Agency
from manumit.values import time_limits
from manumit.values.retention import Retention

from ..clocks import Clock
from ..clocks.offered import named

WITH_RECORD = Retention("Goes with the record it stands beside", with_parent="record_id")


class Ending(models.TextChoices):
    """How a clock was stopped. Source: what an agency must be able to show when asked."""

    MET = "met", _("Done")
    NOT_APPLICABLE = "not_applicable", _("Did not apply after all")
    MISSED = "missed", _("Not done, and why is said")


class RunningClock(BesideRecord):
    """A clock of `clock`'s name that an agency started beside a record, with the limit and law as they stood then.

    `started_at` is when what starts it happened, in `zone`. `due_at` is the first moment too late, None while paused;
    `soon_at` is when it counts as due soon, `told` of which of both people were told. `binding` is whether the law
    names agencies of this kind.
    """

    agency = models.ForeignKey(Agency, models.PROTECT, related_name="+", db_index=False)
    clock = models.CharField(max_length=60)
    limit = models.JSONField()
    law = models.CharField(max_length=200)
    verified = models.BooleanField()
    binding = models.BooleanField()
    zone = models.CharField(max_length=40)
    started_at = models.DateTimeField()
    started_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", db_index=False)
    due_at = models.DateTimeField(null=True)
    soon_at = models.DateTimeField(null=True)
    told = models.CharField(max_length=8, blank=True)
    stopped_at = models.DateTimeField(null=True)
    stopped_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+", db_index=False
    )
    ending = models.CharField(max_length=16, choices=Ending.choices, blank=True)
    because = models.CharField(max_length=500, blank=True)

    scoped_through: ClassVar[Beside] = Beside()
    sensitivity: ClassVar[dict[str, str]] = {
        **BesideRecord.sensitivity,
        **dict.fromkeys(
            ("agency", "clock", "limit", "law", "verified", "binding", "zone", "started_at", "due_at", "soon_at",
             "told", "stopped_at", "ending"), "internal",
        ),
        **dict.fromkeys(("started_by", "stopped_by", "because"), "personal"),
    }  # fmt: skip
    retention: ClassVar[Retention] = WITH_RECORD

    class Meta(BesideRecord.Meta):
        indexes = [
            models.Index("agency", "due_at", name="clock_running", condition=models.Q(stopped_at=None)),
            models.Index("record_kind", "record_id", name="clock_of_record"),
        ]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(stopped_at=None) ^ ~models.Q(ending=""), name="clock_stops_with_an_ending"
            ),
            models.UniqueConstraint(
                "agency", "record_kind", "record_id", "clock",
                name="clock_runs_once", condition=models.Q(stopped_at=None),
            ),
        ]  # fmt: skip

    def __str__(self) -> str:
        return f"{self.clock} beside {self.record_number}"

    @property
    def declared(self) -> Clock | None:
        """The clock of the table, None where its module is gone."""
        return named(self.clock)

    @property
    def title(self) -> str:
        """What people call it."""
        return str(self.declared.title) if self.declared else self.clock

    @property
    def time_limit(self) -> time_limits.TimeLimit:
        """The limit it runs by."""
        return time_limits.from_plain(self.limit)

    @property
    def last_day(self) -> date | None:
        """The last day in time, for a limit that ends with a day."""
        by_day = self.due_at and self.time_limit.by_day
        return time_limits.last_day(self.due_at, ZoneInfo(self.zone)) if self.due_at and by_day else None

    @property
    def due_here(self) -> datetime | None:
        """When it is too late, in the clock's own zone."""
        return self.due_at.astimezone(ZoneInfo(self.zone)) if self.due_at else None

    @property
    def paused(self) -> bool:
        """Whether a pause holds it."""
        return self.stopped_at is None and self.due_at is None

    def overdue(self, at: datetime | None = None) -> bool:
        """Whether it runs and is too late."""
        return self.stopped_at is None and self.due_at is not None and self.due_at <= (at or timezone.now())

    def soon(self, at: datetime | None = None) -> bool:
        """Whether it is due soon and not yet too late."""
        at = at or timezone.now()
        return self.stopped_at is None and self.soon_at is not None and self.soon_at <= at and not self.overdue(at)
