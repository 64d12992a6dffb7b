"""Approvals asked of somebody else."""

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from manumit.spine.access import Beside, BesideRecord
from manumit.spine.identity.choices import Role
from manumit.spine.identity.models import Agency
from manumit.values.retention import Retention

from .running_clock import WITH_RECORD


class Answer(models.TextChoices):
    """How an approval was decided."""

    APPROVED = "approved", _("Approved")
    REFUSED = "refused", _("Refused")


class Approval(BesideRecord):
    """A question asked of those who hold `role` in the agency, decided by another person than who asked.

    `about` is a code by which a module finds the approval it waits for, empty where people ask in their own words.
    """

    agency = models.ForeignKey(Agency, models.PROTECT, related_name="+", db_index=False)
    about = models.CharField(max_length=60, blank=True)
    question = models.TextField()
    role = models.CharField(max_length=20, choices=Role.choices)
    asked_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", db_index=False)
    asked_at = models.DateTimeField(auto_now_add=True)
    answer = models.CharField(max_length=10, choices=Answer.choices, blank=True)
    words = models.TextField(blank=True)
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+", db_index=False
    )
    decided_at = models.DateTimeField(null=True)

    scoped_through: ClassVar[Beside] = Beside()
    sensitivity: ClassVar[dict[str, str]] = {
        **BesideRecord.sensitivity,
        **dict.fromkeys(("agency", "about", "role", "asked_at", "answer", "decided_at"), "internal"),
        **dict.fromkeys(("question", "asked_by", "words", "decided_by"), "personal"),
    }
    retention: ClassVar[Retention] = WITH_RECORD

    class Meta(BesideRecord.Meta):
        indexes = [
            models.Index("agency", "role", "asked_at", name="approval_waiting", condition=models.Q(answer="")),
            models.Index("record_kind", "record_id", name="approval_of_record"),
        ]
        constraints = [
            models.CheckConstraint(
                condition=~models.Q(decided_by=models.F("asked_by")), name="approval_by_another_person"
            ),
            models.CheckConstraint(
                condition=models.Q(answer="", decided_at=None, decided_by=None)
                | (~models.Q(answer="") & models.Q(decided_at__isnull=False, decided_by__isnull=False)),
                name="approval_decided_whole",
            ),
        ]

    def __str__(self) -> str:
        return f"Approval {self.pk} beside {self.record_number}"
