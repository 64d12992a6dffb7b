"""A commitment: one promise of one agency, or of several jointly."""

from typing import ClassVar

from django.contrib.postgres.fields import ArrayField
from django.db import models

from manumit.spine.records import Record
from manumit.values.retention import Retention

from ..choices import PlanPillar, Status
from .plan import Plan
from .plan_document import PlanDocument
from .priority_action import PriorityAction

SUMMARY = (
    "plan", "priority_action", "document", "agency_code", "joint_codes", "pillar", "title", "verb", "thing", "sentence",
    "sentence_start", "made_on", "measure", "target", "counted_by", "amount", "due_on", "due_words", "recurring",
    "status", "status_since_at", "outcome", "published",
)  # fmt: skip


class Commitment(Record):
    """Who (`agency_code`, and `joint_codes` if joint) promised to do (`verb`) what (`thing`), where, by when.

    `owner` is the agency of this install that answers for it, or the secretariat's where it is none of them.
    `sentence` is word for word and never edited; it begins at `sentence_start` of the document's text. `target` is how
    many, `counted_by` names what counts them (a provider, or `evidence`); `amount` is in US dollars. Old due dates stay
    in `due_dates`. `status` is the one last accepted by the secretariat.
    """

    kind: ClassVar[str] = "commitment"
    number_prefix: ClassVar[str] = "AC"

    plan = models.ForeignKey(Plan, models.PROTECT, null=True, blank=True, related_name="commitments")
    priority_action = models.ForeignKey(PriorityAction, models.PROTECT, null=True, blank=True, related_name="+")
    document = models.ForeignKey(PlanDocument, models.PROTECT, null=True, blank=True, related_name="+")
    agency_code = models.CharField(max_length=20)
    joint_codes = ArrayField(models.CharField(max_length=20), default=list, blank=True)
    pillar = models.CharField(max_length=12, choices=PlanPillar.choices, blank=True)
    title = models.CharField(max_length=300)
    verb = models.CharField(max_length=60)
    thing = models.TextField()
    sentence = models.TextField(blank=True)
    sentence_start = models.PositiveIntegerField(null=True, blank=True)
    made_on = models.DateField(null=True, blank=True)
    measure = models.CharField(max_length=120, blank=True)
    target = models.PositiveIntegerField(null=True, blank=True)
    counted_by = models.CharField(max_length=40, blank=True)
    amount = models.DecimalField(max_digits=16, decimal_places=2, null=True, blank=True)
    due_on = models.DateField(null=True, blank=True)
    due_words = models.CharField(max_length=120, blank=True)
    recurring = models.BooleanField(default=False)
    status = models.CharField(max_length=12, choices=Status.choices, default=Status.NOT_STARTED)
    status_since_at = models.DateTimeField()
    outcome = models.TextField(blank=True)
    published = models.BooleanField(default=False)

    sensitivity: ClassVar[dict[str, str]] = {**Record.sensitivity, **dict.fromkeys(SUMMARY, "summary")}
    moved_fields: ClassVar[frozenset[str]] = frozenset(
        {"status", "status_since_at", "due_on", "published", "sentence", "sentence_start"}
    )
    retention: ClassVar[Retention] = Retention("Public records of the task force are kept for ever")

    class Meta(Record.Meta):
        indexes = [
            models.Index("owner", models.F("opened_at").desc(), models.F("id").desc(), name="commitment_owner_newest"),
            models.Index(models.F("opened_at").desc(), models.F("id").desc(), name="commitment_newest"),
            models.Index("due_on", name="commitment_due"),
        ]

    @property
    def agencies(self) -> tuple[str, ...]:
        """The codes of all agencies that promised it, the one that answers first."""
        return (self.agency_code, *self.joint_codes)

    def __str__(self) -> str:
        return self.title
