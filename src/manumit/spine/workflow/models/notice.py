"""Notices to people."""

from typing import ClassVar

from django.conf import settings
from django.db import models

from manumit.spine.access import Beside, BesideRecord
from manumit.spine.identity.models import Agency
from manumit.values.retention import Retention

from ..notices.events import Event, named


class MailState(models.TextChoices):
    """What became of a notice's mail; never shown to people."""

    DUE = "due", "due"
    DAILY = "daily", "daily"
    SENT = "sent", "sent"
    NONE = "none", "none"
    WITHHELD = "withheld", "withheld"


class Notice(BesideRecord):
    """That `event` happened beside a record, told to `person` acting for `agency`; what the record holds is not in it.

    `by` is who did it, None for the clock. Mail is `withheld` where the record was hidden from its receiver meanwhile.
    """

    person = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", db_index=False)
    agency = models.ForeignKey(Agency, models.PROTECT, related_name="+", db_index=False)
    event = models.CharField(max_length=40)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+", db_index=False)
    created_at = models.DateTimeField(auto_now_add=True)
    seen_at = models.DateTimeField(null=True)
    mail = models.CharField(max_length=8, choices=MailState.choices)
    escalates_at = models.DateTimeField(null=True)

    scoped_through: ClassVar[Beside] = Beside(reads="summary", person="person")
    sensitivity: ClassVar[dict[str, str]] = {
        **BesideRecord.sensitivity,
        **dict.fromkeys(("agency", "event", "created_at", "mail", "escalates_at"), "internal"),
        **dict.fromkeys(("person", "by", "seen_at"), "personal"),
    }
    retention: ClassVar[Retention] = Retention("Shows whether a person was told", years=3, from_field="created_at")

    class Meta(BesideRecord.Meta):
        indexes = [
            models.Index("person", "agency", models.F("created_at").desc(), name="notice_newest"),
            models.Index("person", name="notice_mail_due", condition=models.Q(mail__in=["due", "daily"])),
            models.Index(
                "escalates_at", name="notice_unseen", condition=models.Q(seen_at=None, escalates_at__isnull=False)
            ),
            models.Index("agency", "event", "created_at", name="notice_told_lately"),
            models.Index("record_kind", "record_id", name="notice_of_record"),
        ]

    def __str__(self) -> str:
        return f"{self.event} beside {self.record_number}"

    @property
    def declared(self) -> Event:
        """The event of the table."""
        return named(self.event)
