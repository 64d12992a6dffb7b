"""Spellings that were made one."""

from typing import ClassVar

from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.db import models

from manumit.spine.identity.models import Agency
from manumit.values.retention import Retention

from .case import Case


class SpellingMerge(models.Model):
    """That an agency or a place, written in several ways in an owner's cases, is written as `kept` from then on.

    `noun` is "agencies" or "places"; `changed` holds `{row: what stood before}`, `withdrawn` the rows that said nothing
    more than another of the same case: enough to undo it, at `undone_at`.
    """

    owner = models.ForeignKey(Agency, models.PROTECT, related_name="+", db_index=False)
    noun = models.CharField(max_length=12)
    kept = models.CharField(max_length=200)
    spellings = ArrayField(models.CharField(max_length=200))
    changed = models.JSONField(default=dict)
    withdrawn = ArrayField(models.BigIntegerField(), default=list)
    merged_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+", db_index=False)
    merged_at = models.DateTimeField(auto_now_add=True)
    undone_at = models.DateTimeField(null=True)

    sensitivity: ClassVar[dict[str, str]] = {
        **dict.fromkeys(
            ("id", "owner", "noun", "kept", "spellings", "changed", "withdrawn", "merged_at", "undone_at"), "internal"
        ),
        "merged_by": "personal",
    }
    retention: ClassVar[Retention] = Retention(Case.retention.authority, years=75, from_field="merged_at")

    class Meta:
        indexes = [models.Index("owner", "noun", models.F("id").desc(), name="spelling_merge_newest")]

    def __str__(self) -> str:
        return f"{self.noun}: {self.kept}"
