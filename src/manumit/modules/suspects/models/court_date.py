"""Days in court."""

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from ..choices import CourtDateState, Hearing
from .part import SuspectPart, in_group, through


class CourtDate(SuspectPart):
    """A court date. `task_id` is the task that puts it into the calendar of who recorded it."""

    part: ClassVar[str] = "court_dates"

    hearing = models.CharField(_("What for"), max_length=12, choices=Hearing.choices)
    at = models.DateTimeField(_("When"))
    court = models.CharField(_("Court"), max_length=200)
    place = models.CharField(_("Room or address"), max_length=200, blank=True)
    state = models.CharField(
        _("Where it stands"), max_length=8, choices=CourtDateState.choices, default=CourtDateState.SET
    )
    note = models.TextField(_("Note"), blank=True)
    task_id = models.BigIntegerField(null=True, blank=True)

    scoped_through = through("proceedings")
    sensitivity = in_group("proceedings", "hearing", "at", "court", "place", "state", "note", "task_id")

    class Meta(SuspectPart.Meta):
        indexes = [models.Index("at", name="court_date_at", condition=models.Q(state=CourtDateState.SET))]

    @classmethod
    def kept_by_us(cls) -> frozenset[str]:
        """Return the fields nobody fills in."""
        return frozenset({"task_id"})
