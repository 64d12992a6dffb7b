"""Files of one kind, for one state, that keep coming."""

from typing import ClassVar

from django.db import models

from manumit.spine.identity.models import Agency
from manumit.values.retention import Retention

from .case import Case


class ImportFeed(models.Model):
    """What one agency imports again and again: one `layout`, one `state` (postal code), one `kind` of case.

    Only within a feed can a case be said to have vanished, and only once a run was declared complete: `complete_at`.
    """

    owner = models.ForeignKey(Agency, models.PROTECT, related_name="+", db_index=False)
    layout = models.CharField(max_length=120)
    state = models.CharField(max_length=2)
    kind = models.CharField(max_length=24)
    complete_at = models.DateTimeField(null=True)

    sensitivity: ClassVar[dict[str, str]] = dict.fromkeys(
        ("id", "owner", "layout", "state", "kind", "complete_at"), "internal"
    )
    retention: ClassVar[Retention] = Retention(Case.retention.authority, years=75, from_field="complete_at")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["owner", "layout", "state", "kind"], name="import_feed_once_an_owner")
        ]

    def __str__(self) -> str:
        return f"{self.layout} {self.state} {self.kind}"
