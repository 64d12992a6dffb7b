"""A member of the victim's family who is in danger."""

from datetime import date, datetime, time

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from manumit.values.time_limits import Years, last_day

from .row import RequestRow, in_group, through

TWO_YEARS = Years(2)
"""Parole ends when no T status was asked for by then. Source: 22 USC 7105(c)(3), not verified."""


class FamilyMember(RequestRow):
    """Days of one member of the family; who they are and why they are in danger is sealed in `safety`.

    The sealed field is `family_<place>`: name, relation, born_on, place and danger. `asked_on` is when parole was asked
    for, `paroled_on` when it was given, `applied_on` when T status was asked for, `ended_on` when it ended.
    """

    place = models.PositiveSmallIntegerField()
    asked_on = models.DateField(_("Parole asked for on"), null=True)
    paroled_on = models.DateField(_("Paroled in on"), null=True)
    applied_on = models.DateField(_("T status asked for on"), null=True)
    ended_on = models.DateField(_("Ended on"), null=True)
    reminded = models.PositiveSmallIntegerField(null=True)

    scoped_through = through("safety")
    sensitivity = in_group("safety", "place", "asked_on", "paroled_on", "applied_on", "ended_on", "reminded")

    class Meta(RequestRow.Meta):
        constraints = [models.UniqueConstraint("request", "place", name="presence_family_place")]

    @property
    def apply_by_on(self) -> date | None:
        """The last day to ask for T status before parole ends, None where nothing runs."""
        if self.paroled_on is None or self.applied_on or self.ended_on:
            return None
        zone = timezone.get_default_timezone()
        return last_day(TWO_YEARS.due(datetime.combine(self.paroled_on, time(12), zone), zone), zone)
