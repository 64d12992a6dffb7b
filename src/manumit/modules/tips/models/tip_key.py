"""What opens a tip to whoever gave it."""

from typing import ClassVar

from django.db import models

from manumit.values.retention import Retention

from .tip import Tip


class TipKey(models.Model):
    """The derived form of a tip's secret, and the digest of the form the tip was sent with.

    The secret itself is shown once and kept nowhere. `form` is unique, so that a tip sent twice is kept once.
    """

    tip = models.OneToOneField(Tip, models.CASCADE, related_name="+")
    derived = models.CharField(max_length=200)
    form = models.CharField(max_length=64, unique=True)

    retention: ClassVar[Retention] = Retention(Tip.retention.authority, with_parent="tip")
    sensitivity: ClassVar[dict[str, str]] = dict.fromkeys(("id", "tip", "derived", "form"), "secret")

    def __str__(self) -> str:
        return f"key of tip {self.tip_id}"
