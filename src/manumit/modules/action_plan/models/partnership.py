"""A country partnership: a Child Protection Compact or a Partnership to Prevent trafficking."""

from typing import ClassVar

from django.db import models

from manumit.spine.records import Record
from manumit.values.retention import Retention

from ..choices import PartnershipKind, PartnershipState

SUMMARY = (
    "partnership_kind", "country", "begins_on", "ends_on", "objectives", "sustainability_plan", "state",
    "state_since_at", "closing_words",
)  # fmt: skip


class Partnership(Record):
    """A plan of several years with one country (at most five, 22 USC 7103a), its objectives and how it will last.

    `sustainability_plan` says what goes on after the last year; it is asked for before that year begins.
    """

    kind: ClassVar[str] = "partnership"
    number_prefix: ClassVar[str] = "CP"

    partnership_kind = models.CharField(max_length=4, choices=PartnershipKind.choices)
    country = models.CharField(max_length=100)
    begins_on = models.DateField()
    ends_on = models.DateField()
    objectives = models.TextField()
    sustainability_plan = models.TextField(blank=True)
    state = models.CharField(max_length=10, choices=PartnershipState.choices, default=PartnershipState.RUNNING)
    state_since_at = models.DateTimeField()
    closing_words = models.TextField(blank=True)

    sensitivity: ClassVar[dict[str, str]] = {**Record.sensitivity, **dict.fromkeys(SUMMARY, "summary")}
    moved_fields: ClassVar[frozenset[str]] = frozenset({"state", "state_since_at", "closing_words", "ends_on"})
    retention: ClassVar[Retention] = Retention("Public records of the task force are kept for ever")

    class Meta(Record.Meta):
        constraints = [
            models.CheckConstraint(condition=models.Q(ends_on__gt=models.F("begins_on")), name="partnership_in_order")
        ]

    @property
    def years(self) -> tuple[int, ...]:
        """The calendar years it runs through."""
        return tuple(range(self.begins_on.year, self.ends_on.year + 1))

    def __str__(self) -> str:
        return f"{self.country} {self.begins_on:%Y}"
