"""What the public reads of a partnership, a recommendation or a decision: a copy the secretariat made, nothing else."""

from typing import ClassVar

from django.db import models

from manumit.values.retention import Retention

from ..choices import PublicNoun


class PublicRecord(models.Model):
    """A published partnership, recommendation or decision of a meeting, as it stood when it was published.

    Only the advice beside it follows by itself: a giver who takes back name or words is gone with the next request.
    `told` is what `actions.publishing_records` writes; internal text is never copied here.
    """

    number = models.CharField(max_length=20, primary_key=True)
    noun = models.CharField(max_length=16, choices=PublicNoun.choices)
    title = models.CharField(max_length=300)
    told = models.JSONField(default=dict)
    changed_at = models.DateTimeField()

    sensitivity: ClassVar[dict[str, str]] = dict.fromkeys(("number", "noun", "title", "told", "changed_at"), "public")
    retention: ClassVar[Retention] = Retention("Published for as long as the secretariat does not withdraw it")

    class Meta:
        ordering = ["title", "number"]
        indexes = [models.Index("noun", "title", "number", name="public_record_noun")]

    def __str__(self) -> str:
        return self.title
