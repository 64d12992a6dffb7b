"""Cases as a feed lists them."""

from typing import ClassVar

from django.db import models

from manumit.spine.access import ScopedModel, Through
from manumit.values.retention import Retention

from .case import Case
from .import_feed import ImportFeed


class FeedEntry(ScopedModel):
    """That a feed lists a case, and what it said of it last.

    `modified_on` is the day the source last changed the row; `fingerprint` is the same for rows that say the same.
    `vanished_at` is set by a complete run that no longer listed the case, and taken back when it is listed again;
    until somebody has looked at it (`reviewed_at`) the case needs review. It is never deleted for that.
    """

    case = models.ForeignKey(Case, models.CASCADE, related_name="feed_entries")
    feed = models.ForeignKey(ImportFeed, models.PROTECT, related_name="+")
    modified_on = models.DateField()
    fingerprint = models.BigIntegerField()
    vanished_at = models.DateTimeField(null=True, blank=True)
    reviewed_at = models.DateTimeField(null=True, blank=True)

    scoped_through: ClassVar[Through] = Through(kind="case", path="case", group="agencies")
    sensitivity: ClassVar[dict[str, str]] = dict.fromkeys(
        ("id", "case", "feed", "modified_on", "fingerprint", "vanished_at", "reviewed_at"), "agencies"
    )
    retention: ClassVar[Retention] = Retention(Case.retention.authority, with_parent="case")

    class Meta(ScopedModel.Meta):
        verbose_name_plural = "feed entries"
        ordering = ["id"]
        indexes = [
            models.Index(
                "feed", name="feed_entry_to_review", condition=models.Q(vanished_at__isnull=False, reviewed_at=None)
            )
        ]

    def __str__(self) -> str:
        return f"{self.case_id} in {self.feed_id}"
