"""A document that was read for commitments."""

from typing import ClassVar

from django.db import models

from manumit.spine.records import Record
from manumit.values.retention import Retention

from ..choices import PlanDocumentKind
from .plan import Plan


class PlanDocument(Record):
    """A fact sheet, plan or report as plain text; offsets of filings point into `text`.

    `digest` is the SHA-256 of the file; `earlier` the edition before this one.
    """

    kind: ClassVar[str] = "plan_document"
    number_prefix: ClassVar[str] = "PD"

    plan = models.ForeignKey(Plan, models.PROTECT, null=True, blank=True, related_name="documents")
    earlier = models.ForeignKey("self", models.PROTECT, null=True, blank=True, related_name="+")
    title = models.CharField(max_length=300)
    document_kind = models.CharField(max_length=12, choices=PlanDocumentKind.choices)
    dated_on = models.DateField(null=True, blank=True)
    source_url = models.URLField(max_length=500, blank=True)
    text = models.TextField()
    digest = models.CharField(max_length=64)

    sensitivity: ClassVar[dict[str, str]] = {
        **Record.sensitivity,
        **dict.fromkeys(
            ("plan", "earlier", "title", "document_kind", "dated_on", "source_url", "text", "digest"), "summary"
        ),
    }
    retention: ClassVar[Retention] = Retention("Public records of the task force are kept for ever")

    def __str__(self) -> str:
        return self.title
