"""A request for advice from people who survived trafficking."""

from typing import ClassVar

from django.db import models

from manumit.spine.records import Record
from manumit.values.retention import Retention

from ..choices import AdviceState, AskedOf
from .commitment import Commitment
from .meeting_decision import MeetingDecision
from .recommendation import Recommendation


class AdviceRequest(Record):
    """What an agency asks the consultants, the council or both, before it decides.

    It stands beside one commitment, recommendation or meeting decision; `matter` is that one's words as they stood when
    it was asked, so that advisers read what they advise on. Each adviser is paid for at most `hours`, at `rate` US
    dollars an hour. `owner` is the agency that asks; `internal_text` is for it and the secretariat.
    """

    kind: ClassVar[str] = "advice_request"
    number_prefix: ClassVar[str] = "AQ"

    asked_of = models.CharField(max_length=8, choices=AskedOf.choices)
    question = models.TextField()
    matter = models.TextField()
    commitment = models.ForeignKey(Commitment, models.PROTECT, null=True, blank=True, related_name="+")
    recommendation = models.ForeignKey(Recommendation, models.PROTECT, null=True, blank=True, related_name="+")
    decision = models.ForeignKey(MeetingDecision, models.PROTECT, null=True, blank=True, related_name="+")
    due_on = models.DateField(null=True, blank=True)
    hours = models.DecimalField(max_digits=5, decimal_places=2)
    rate = models.DecimalField(max_digits=7, decimal_places=2)
    state = models.CharField(max_length=8, choices=AdviceState.choices, default=AdviceState.OPEN)
    state_since_at = models.DateTimeField()
    internal_text = models.TextField(blank=True)

    sensitivity: ClassVar[dict[str, str]] = {
        **Record.sensitivity,
        **dict.fromkeys(
            (
                "asked_of", "question", "matter", "commitment", "recommendation", "decision", "due_on", "hours", "rate",
                "state", "state_since_at",
            ),
            "summary",
        ),
        "internal_text": "internal",
    }  # fmt: skip
    moved_fields: ClassVar[frozenset[str]] = frozenset({"matter", "state", "state_since_at"})
    retention: ClassVar[Retention] = Retention("Public records of the task force are kept for ever")

    class Meta(Record.Meta):
        constraints = [
            models.CheckConstraint(
                name="advice_about_one",
                condition=models.Q(commitment__isnull=False, recommendation=None, decision=None)
                | models.Q(commitment=None, recommendation__isnull=False, decision=None)
                | models.Q(commitment=None, recommendation=None, decision__isnull=False),
            )
        ]

    def __str__(self) -> str:
        return self.question
