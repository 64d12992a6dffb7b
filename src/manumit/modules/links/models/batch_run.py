"""How far a look at everything has come."""

from typing import ClassVar

from django.db import models

from manumit.values.retention import Retention


class BatchRun(models.Model):
    """One look at everything that `profile` compares: broken off, the next goes on behind record `after` of `kind`.

    `records` were looked at, in which `pairs` candidates stand; `ended_at` is empty until all were. `least` is from how
    many millibits on pairs are raised, as measured when it began.
    """

    profile = models.CharField(max_length=20)
    begun_at = models.DateTimeField(auto_now_add=True)
    ended_at = models.DateTimeField(null=True)
    kind = models.CharField(max_length=40, blank=True)
    after = models.BigIntegerField(default=0)
    records = models.BigIntegerField(default=0)
    pairs = models.BigIntegerField(default=0)
    least = models.IntegerField(default=0)

    sensitivity: ClassVar[dict[str, str]] = dict.fromkeys(
        ("id", "profile", "begun_at", "ended_at", "kind", "after", "records", "pairs", "least"), "internal"
    )
    retention: ClassVar[Retention] = Retention("Shows when all was last looked at", years=1, from_field="begun_at")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["profile"], name="batch_run_one", condition=models.Q(ended_at=None))
        ]

    def __str__(self) -> str:
        return f"{self.profile}: {self.records}"
