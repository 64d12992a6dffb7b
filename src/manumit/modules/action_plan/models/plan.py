"""The plan: what a government says it will do against trafficking, for a span of years."""

from typing import ClassVar

from django.db import models

from manumit.spine.records import Record
from manumit.values.retention import Retention


class Plan(Record):
    """An edition of a plan. The council has `comment_days` days to comment on a report before it is accepted."""

    kind: ClassVar[str] = "plan"
    number_prefix: ClassVar[str] = "AP"

    title = models.CharField(max_length=200)
    edition = models.CharField(max_length=60, blank=True)
    adopted_on = models.DateField(null=True, blank=True)
    horizon_on = models.DateField(null=True, blank=True)
    source_url = models.URLField(max_length=500, blank=True)
    comment_days = models.PositiveSmallIntegerField(default=5)

    sensitivity: ClassVar[dict[str, str]] = {
        **Record.sensitivity,
        **dict.fromkeys(("title", "edition", "adopted_on", "horizon_on", "source_url", "comment_days"), "summary"),
    }
    retention: ClassVar[Retention] = Retention("Public records of the task force are kept for ever")

    def __str__(self) -> str:
        return self.title
