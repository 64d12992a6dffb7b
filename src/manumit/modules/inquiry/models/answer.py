"""What answered an inquiry."""

from typing import ClassVar

from django.db import models

from manumit.spine.access import ScopedModel, Through
from manumit.spine.identity.models import Agency
from manumit.values.retention import Retention

from ..choices import AnsweredBy
from .inquiry import Inquiry


class Answer(ScopedModel):
    """One answer. A summary names the record; a pointer names the agency alone, once, however much it holds.

    What record a pointer stands for is in no row that the asking agency can reach.
    """

    inquiry = models.ForeignKey(Inquiry, models.CASCADE)
    answered_by = models.CharField(max_length=8, choices=AnsweredBy.choices)
    agency = models.ForeignKey(Agency, models.PROTECT, related_name="+", db_index=False)
    record_kind = models.CharField(max_length=40, blank=True)
    record_id = models.BigIntegerField(null=True)
    record_number = models.CharField(max_length=16, blank=True)

    scoped_through: ClassVar[Through] = Through(kind="inquiry", path="inquiry", group="answers")
    sensitivity: ClassVar[dict[str, str]] = dict.fromkeys(
        ("id", "inquiry", "answered_by", "agency", "record_kind", "record_id", "record_number"), "answers"
    )
    retention: ClassVar[Retention] = Retention(Inquiry.retention.authority, with_parent="inquiry")

    class Meta(ScopedModel.Meta):
        ordering = ["id"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(answered_by=AnsweredBy.POINTER, record_id=None, record_number="", record_kind="")
                | models.Q(answered_by=AnsweredBy.SUMMARY, record_id__isnull=False),
                name="pointer_names_no_record",
            )
        ]

    def __str__(self) -> str:
        return f"{self.inquiry_id}/{self.answered_by}/{self.pk}"
