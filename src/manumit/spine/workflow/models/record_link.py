"""Links between records."""

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from manumit.spine.access import Beside, BesideRecord
from manumit.spine.identity.models import Agency
from manumit.spine.records import Record
from manumit.values.retention import Retention

from .running_clock import WITH_RECORD


class LinkType(models.TextChoices):
    """What may join two records. Source: the dimensions in which ViCAP and N-DEx relate cases."""

    SAME_PERSON = "same_person", _("May be about the same person")
    SAME_SUSPECT = "same_suspect", _("May have the same suspect")
    SAME_EVENT = "same_event", _("May be the same event")
    SAME_MEANS = "same_means", _("The same vehicle, telephone, account or address appears")
    SAME_WAY = "same_way", _("Done in the same way")
    DUPLICATE = "duplicate", _("Recorded twice")
    OTHER = "other", _("Joined otherwise, as said")


class RecordLink(BesideRecord):
    """That an agency joins two records, on a basis somebody gave: a lead for people, no finding.

    The record is one side, `other_kind`, `other_id` and `other_number` name the other; who may not read both sees none.
    """

    agency = models.ForeignKey(Agency, models.PROTECT, related_name="+", db_index=False)
    other_kind = models.CharField(max_length=40)
    other_id = models.BigIntegerField()
    other_number = models.CharField(max_length=16)
    link_type = models.CharField(max_length=16, choices=LinkType.choices)
    basis = models.CharField(max_length=500)
    source = models.CharField(max_length=200)
    made_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", db_index=False)
    made_at = models.DateTimeField(auto_now_add=True)
    ended_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+", db_index=False)
    ended_at = models.DateTimeField(null=True)
    because = models.CharField(max_length=500, blank=True)

    scoped_through: ClassVar[Beside] = Beside(joins=True)
    sensitivity: ClassVar[dict[str, str]] = {
        **BesideRecord.sensitivity,
        **dict.fromkeys(
            ("agency", "other_kind", "other_id", "other_number", "link_type", "made_at", "ended_at"), "internal"
        ),
        **dict.fromkeys(("basis", "source", "made_by", "ended_by", "because"), "personal"),
    }
    retention: ClassVar[Retention] = WITH_RECORD

    class Meta(BesideRecord.Meta):
        indexes = [
            models.Index("record_kind", "record_id", name="link_of_record"),
            models.Index("other_kind", "other_id", name="link_of_other"),
        ]
        constraints = [
            models.CheckConstraint(
                condition=~models.Q(record_kind=models.F("other_kind"), record_id=models.F("other_id")),
                name="link_joins_two",
            ),
            models.UniqueConstraint(
                "agency", "record_kind", "record_id", "other_kind", "other_id", "link_type",
                name="link_once", condition=models.Q(ended_at=None),
            ),
        ]  # fmt: skip

    def other_side(self, record: Record) -> tuple[str, str]:
        """Return kind and number of the record that `record` is joined with."""
        here = (self.record_kind, self.record_id) == (record.kind, record.pk)
        return (self.other_kind, self.other_number) if here else (self.record_kind, self.record_number)

    def __str__(self) -> str:
        return f"{self.record_number} - {self.other_number}"
