"""Tasks beside records."""

from datetime import date
from typing import ClassVar

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from manumit.spine.access import Beside, BesideRecord
from manumit.spine.identity.models import Agency
from manumit.values.retention import Retention

from .running_clock import WITH_RECORD


class TaskState(models.TextChoices):
    """Where a task stands."""

    OPEN = "open", _("Open")
    DONE = "done", _("Done")
    WITHDRAWN = "withdrawn", _("Withdrawn")


class Task(BesideRecord):
    """Something to be done by one person, perhaps by a day; done with a result in words.

    `agency` gave it; `assignee` does it for `assigned_agency`, which may be another that the record was released to.
    """

    agency = models.ForeignKey(Agency, models.PROTECT, related_name="+", db_index=False)
    title = models.CharField(max_length=200)
    detail = models.TextField(blank=True)
    assignee = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", db_index=False)
    assigned_agency = models.ForeignKey(Agency, models.PROTECT, related_name="+", db_index=False)
    due_on = models.DateField(null=True, blank=True)
    state = models.CharField(max_length=10, choices=TaskState.choices, default=TaskState.OPEN)
    given_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", db_index=False)
    given_at = models.DateTimeField(auto_now_add=True)
    ended_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+", db_index=False)
    ended_at = models.DateTimeField(null=True)
    result = models.TextField(blank=True)
    told = models.BooleanField(default=False)

    scoped_through: ClassVar[Beside] = Beside(agencies=("agency", "assigned_agency"))
    sensitivity: ClassVar[dict[str, str]] = {
        **BesideRecord.sensitivity,
        **dict.fromkeys(("agency", "assigned_agency", "due_on", "state", "given_at", "ended_at", "told"), "internal"),
        **dict.fromkeys(("title", "detail", "assignee", "given_by", "ended_by", "result"), "personal"),
    }
    retention: ClassVar[Retention] = WITH_RECORD

    class Meta(BesideRecord.Meta):
        indexes = [
            models.Index("assignee", "due_on", name="task_mine", condition=models.Q(state="open")),
            models.Index("agency", "due_on", name="task_of_agency", condition=models.Q(state="open")),
            models.Index("assigned_agency", "due_on", name="task_at_agency", condition=models.Q(state="open")),
            models.Index("record_kind", "record_id", name="task_of_record"),
        ]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(state="open", ended_at=None, result="")
                | (~models.Q(state="open") & ~models.Q(result="") & models.Q(ended_at__isnull=False)),
                name="task_ends_with_a_result",
            )
        ]

    def __str__(self) -> str:
        return f"Task {self.pk} beside {self.record_number}"

    def overdue(self, today: date | None = None) -> bool:
        """Whether it is open after its day."""
        return (
            self.state == TaskState.OPEN and self.due_on is not None and self.due_on < (today or timezone.localdate())
        )
