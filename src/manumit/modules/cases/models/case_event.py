"""The timeline of a case."""

from typing import ClassVar

from django.db import models

from ..choices import DatePrecision, EventKind, Reliability
from .part import PersonPart, in_group, through


class CaseEvent(PersonPart):
    """Something that happened, as exactly as it is known; `at` (UTC) where the time is known.

    A correction supersedes: the later entry is named in `superseded_by`, and the earlier stays.
    """

    part: ClassVar[str] = "events"

    event_kind = models.CharField(max_length=14, choices=EventKind.choices)
    earliest_on = models.DateField(null=True, blank=True)
    latest_on = models.DateField(null=True, blank=True)
    at = models.DateTimeField(null=True, blank=True)
    precision = models.CharField(max_length=12, choices=DatePrecision.choices, default=DatePrecision.UNKNOWN)
    place = models.CharField(max_length=200, blank=True)
    title = models.CharField(max_length=200)
    description = models.TextField(blank=True)
    reliability = models.CharField(max_length=10, choices=Reliability.choices, default=Reliability.UNKNOWN)
    superseded_by = models.ForeignKey("self", models.PROTECT, null=True, blank=True, related_name="+")

    scoped_through = through("narrative")
    sensitivity = in_group(
        "narrative",
        "person", "event_kind", "earliest_on", "latest_on", "at", "precision", "place", "title", "description",
        "reliability", "superseded_by",
    )  # fmt: skip

    class Meta(PersonPart.Meta):
        indexes = [models.Index("case", models.F("latest_on").desc(), name="case_event_newest")]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(earliest_on__lte=models.F("latest_on"))
                | models.Q(earliest_on=None)
                | models.Q(latest_on=None),
                name="case_event_in_order",
            )
        ]
