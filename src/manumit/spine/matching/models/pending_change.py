"""What changed and is not yet in an index."""

from typing import ClassVar

from django.db import models

from manumit.values.retention import Retention


class PendingChange(models.Model):
    """That a record changed since the index of `profile` last took it in; gone once it has."""

    profile = models.CharField(max_length=20)
    kind = models.CharField(max_length=40)
    record_id = models.BigIntegerField()
    noted_at = models.DateTimeField(auto_now_add=True)

    sensitivity: ClassVar[dict[str, str]] = dict.fromkeys(
        ("id", "profile", "kind", "record_id", "noted_at"), "internal"
    )
    retention: ClassVar[Retention] = Retention("Goes once it is taken in", with_parent="record_id")

    class Meta:
        indexes = [models.Index("profile", "id", name="match_pending")]

    def __str__(self) -> str:
        return f"{self.profile}: {self.kind} {self.record_id}"
