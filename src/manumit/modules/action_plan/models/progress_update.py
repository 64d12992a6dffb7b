"""A progress report: what an agency says of a commitment in one quarter."""

from typing import ClassVar

from django.db import models

from manumit.spine.identity.models import Person
from manumit.spine.records import Record
from manumit.values.retention import Retention

from ..choices import Status, UpdateState
from .commitment import Commitment


class ProgressUpdate(Record):
    """An agency's word on a commitment in a `quarter` (`2026-Q3`, calendar quarters), on its way to the public.

    `public_text` is what the public will read; `internal_text` never leaves the task force. A delay gives its `reason`,
    public too, and `new_due_on`. `owner` is the reporting agency. It moves by `procedure.UPDATE` only.
    """

    kind: ClassVar[str] = "progress_update"
    number_prefix: ClassVar[str] = "PU"

    commitment = models.ForeignKey(Commitment, models.PROTECT, related_name="updates")
    quarter = models.CharField(max_length=7)
    status = models.CharField(max_length=12, choices=Status.choices)
    public_text = models.TextField()
    reason = models.TextField(blank=True)
    new_due_on = models.DateField(null=True, blank=True)
    internal_text = models.TextField(blank=True)
    drafted_by = models.ForeignKey(Person, models.PROTECT, null=True, related_name="+", db_index=False)
    state = models.CharField(max_length=10, choices=UpdateState.choices, default=UpdateState.DRAFT)
    state_since_at = models.DateTimeField()

    sensitivity: ClassVar[dict[str, str]] = {
        **Record.sensitivity,
        **dict.fromkeys(
            ("commitment", "quarter", "status", "public_text", "reason", "new_due_on", "state", "state_since_at"),
            "summary",
        ),
        "internal_text": "internal",
        "drafted_by": "internal",
    }
    moved_fields: ClassVar[frozenset[str]] = frozenset({"state", "state_since_at"})
    retention: ClassVar[Retention] = Retention("Public records of the task force are kept for ever")

    class Meta(Record.Meta):
        indexes = [
            models.Index("owner", "quarter", "commitment", name="update_owner_quarter"),
            models.Index("commitment", models.F("opened_at").desc(), name="update_commitment_newest"),
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["commitment", "owner", "quarter"],
                condition=~models.Q(state=UpdateState.WITHDRAWN),
                name="one_report_a_quarter",
            )
        ]

    def __str__(self) -> str:
        return self.number
