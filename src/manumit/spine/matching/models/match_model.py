"""Models of matching, kept for ever."""

from typing import ClassVar

from django.db import models

from manumit.values.retention import Retention


class MatchModel(models.Model):
    """The weights of a profile as bytes; `version` is their SHA-256. A judgement names the one that was shown."""

    profile = models.CharField(max_length=20)
    version = models.CharField(max_length=64, unique=True)
    text = models.BinaryField()
    made_from = models.CharField(max_length=500)
    made_at = models.DateTimeField(auto_now_add=True)

    append_only = True
    sensitivity: ClassVar[dict[str, str]] = dict.fromkeys(
        ("id", "profile", "version", "text", "made_from", "made_at"), "internal"
    )
    retention: ClassVar[Retention] = Retention(
        "A court may ask by which weights a link was found", years=75, from_field="made_at"
    )

    def __str__(self) -> str:
        return f"{self.profile} {self.version[:12]}"
