"""A recommendation to one agency, and its answer."""

from typing import ClassVar

from django.db import models

from manumit.spine.records import Record
from manumit.values.retention import Retention

from ..choices import Answer, Status
from .plan import Plan


class Recommendation(Record):
    """What a `body` (a council, a commission, an auditor) recommends to `agency_code`; `text` is word for word, locked.

    One recommendation to three agencies is three records of the same `body` and `item`: each answers for itself.
    `owner` is the addressee. `answer` with its `reasons` is public; `internal_text` is not.
    """

    kind: ClassVar[str] = "recommendation"
    number_prefix: ClassVar[str] = "AR"

    plan = models.ForeignKey(Plan, models.PROTECT, null=True, blank=True, related_name="recommendations")
    body = models.CharField(max_length=200)
    item = models.CharField(max_length=30)
    text = models.TextField()
    agency_code = models.CharField(max_length=20)
    made_on = models.DateField()
    answer_due_on = models.DateField()
    answer = models.CharField(max_length=12, choices=Answer.choices, blank=True)
    reasons = models.TextField(blank=True)
    answered_at = models.DateTimeField(null=True, blank=True)
    status = models.CharField(max_length=12, choices=Status.choices, default=Status.NOT_STARTED)
    commitment_number = models.CharField(max_length=16, blank=True)
    internal_text = models.TextField(blank=True)

    sensitivity: ClassVar[dict[str, str]] = {
        **Record.sensitivity,
        **dict.fromkeys(
            (
                "plan", "body", "item", "text", "agency_code", "made_on", "answer_due_on", "answer", "reasons",
                "answered_at", "status", "commitment_number",
            ),
            "summary",
        ),
        "internal_text": "internal",
    }  # fmt: skip
    moved_fields: ClassVar[frozenset[str]] = frozenset({"text", "answer", "reasons", "answered_at"})
    retention: ClassVar[Retention] = Retention("Public records of the task force are kept for ever")

    class Meta(Record.Meta):
        constraints = [
            models.UniqueConstraint(fields=["body", "item", "made_on", "agency_code"], name="recommendation_once")
        ]

    def __str__(self) -> str:
        return f"{self.body} {self.item}"
