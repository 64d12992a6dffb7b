"""A proposed commitment of a document, and what a person decided about it."""

from typing import ClassVar

from django.db import models

from manumit.spine.access import ScopedModel, Through
from manumit.values.retention import Retention

from ..choices import Decision
from .plan_document import PlanDocument


class Filing(ScopedModel):
    """What the reader proposed (`proposal`, see `reading.Proposal.as_json`) and what became of it.

    `commitment_number` is the commitment filed or joined; `fate` says how it stands to the edition before.
    """

    document = models.ForeignKey(PlanDocument, models.CASCADE, related_name="filings")
    position = models.PositiveIntegerField()
    proposal = models.JSONField()
    decision = models.CharField(max_length=10, choices=Decision.choices, default=Decision.OPEN)
    reason = models.CharField(max_length=300, blank=True)
    commitment_number = models.CharField(max_length=16, blank=True)
    decided_at = models.DateTimeField(null=True, blank=True)

    scoped_through: ClassVar[Through] = Through(kind="plan_document", path="document", group="summary")
    sensitivity: ClassVar[dict[str, str]] = dict.fromkeys(
        ("id", "document", "position", "proposal", "decision", "reason", "commitment_number", "decided_at"),
        "summary",
    )
    retention: ClassVar[Retention] = Retention(PlanDocument.retention.authority, with_parent="document")

    class Meta(ScopedModel.Meta):
        ordering = ["id"]

    def __str__(self) -> str:
        return f"{self.document_id}.{self.position}"
