"""Secret addresses of calendars."""

from typing import ClassVar

from django.db import models

from manumit.spine.identity.models import Membership
from manumit.values.retention import Retention


class CalendarFeed(models.Model):
    """A secret address from which a calendar reads what is due for a member; kept as its hash, revocable at once."""

    membership = models.ForeignKey(Membership, models.CASCADE, related_name="+")
    token_hash = models.CharField(max_length=64, unique=True)
    created_at = models.DateTimeField(auto_now_add=True)
    revoked_at = models.DateTimeField(null=True)

    retention: ClassVar[Retention] = Retention("Shows who had a feed when", years=3, from_field="created_at")
    sensitivity: ClassVar[dict[str, str]] = {
        "id": "internal", "membership": "internal", "token_hash": "secret", "created_at": "internal",
        "revoked_at": "internal",
    }  # fmt: skip

    class Meta:
        constraints = [
            models.UniqueConstraint("membership", name="calendar_feed_one_live", condition=models.Q(revoked_at=None))
        ]

    def __str__(self) -> str:
        return f"Calendar feed {self.pk}"
