"""Notices that releases ended, for the agency that received them and the one that gave them."""

from typing import ClassVar

from django.db import models

from manumit.spine.records.choices import Ended
from manumit.values.retention import Retention

from .paper import Paper, walked


class ReleaseEnd(Paper):
    """That what `owner` released to `other` ended at `ended_at`, by one cause; never changed.

    `lines` are {"release", "kind", "number"} of each: numbers the receiver had, so that it can find what it may use no
    longer, and nothing of what the records hold. `reference` names an agreement, a resolution or a transfer.
    """

    kind: ClassVar[str] = "release_end"
    number_prefix: ClassVar[str] = "RE"

    cause = models.CharField(max_length=12, choices=Ended.choices)
    reference = models.CharField(max_length=200, blank=True)
    ended_at = models.DateTimeField()
    lines = models.JSONField(default=list)

    sensitivity: ClassVar[dict[str, str]] = {
        **Paper.sensitivity,
        **dict.fromkeys(("cause", "reference", "ended_at", "lines"), "summary"),
    }
    retention: ClassVar[Retention] = Retention(
        "28 CFR 23.20(e): a record is kept of who was given what, and why", years=10, from_field="ended_at"
    )

    class Meta(Paper.Meta):
        indexes = walked("release_end")

    def __str__(self) -> str:
        return self.number
