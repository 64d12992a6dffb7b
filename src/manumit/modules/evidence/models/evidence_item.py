"""An item of evidence."""

from typing import ClassVar

from django.db import models

from manumit.spine.records import Record
from manumit.values.retention import Retention

from ..choices import ItemType, State
from ..hand import Hand


class EvidenceItem(Record):
    """One thing kept as evidence in a case of any kind.

    `hand` is the key of the hand that has it, `steps` the number of the custody step that brought it there: the
    database lets them name no other step than one of its chain. `seal_number` is that of the seal it bears now.
    """

    kind: ClassVar[str] = "evidence"
    number_prefix: ClassVar[str] = "EV"

    item_type = models.CharField(max_length=12, choices=ItemType.choices)
    state = models.CharField(max_length=10, choices=State.choices, default=State.HELD)
    case_kind = models.CharField(max_length=40)
    case_id = models.BigIntegerField()
    case_number = models.CharField(max_length=16)
    title = models.CharField(max_length=200)
    description = models.TextField(blank=True)
    collected_by = models.CharField(max_length=200)
    collected_place = models.CharField(max_length=300, blank=True)
    collected_at = models.DateTimeField()
    hand = models.CharField(max_length=220)
    steps = models.PositiveIntegerField(default=1)
    seal_number = models.CharField(max_length=60, blank=True)
    keep_until = models.DateField(null=True, blank=True)
    keeping_authority = models.CharField(max_length=200, blank=True)
    disposed_at = models.DateTimeField(null=True)

    sensitivity: ClassVar[dict[str, str]] = {
        **Record.sensitivity,
        **dict.fromkeys(("item_type", "state", "keep_until", "keeping_authority", "disposed_at"), "summary"),
        **dict.fromkeys(("case_kind", "case_id", "case_number"), "case"),
        **dict.fromkeys(("title", "description", "collected_by", "collected_place", "collected_at"), "detail"),
        **dict.fromkeys(("hand", "steps", "seal_number"), "custody"),
    }
    moved_fields: ClassVar[frozenset[str]] = frozenset({"state", "hand", "steps", "seal_number", "disposed_at"})
    kept_while: ClassVar[models.Q | None] = ~models.Q(state=State.DISPOSED)
    retention: ClassVar[Retention] = Retention(
        "The owning agency's evidence schedule", years=75, from_field="disposed_at"
    )

    class Meta(Record.Meta):
        indexes = [
            models.Index("owner", models.F("opened_at").desc(), models.F("id").desc(), name="evidence_owner_newest"),
            models.Index(
                models.F("opened_at").desc(), models.F("id").desc(),
                name="evidence_open_newest", condition=models.Q(level="open"),
            ),
            models.Index("case_kind", "case_id", name="evidence_of_case"),
        ]  # fmt: skip
        constraints = [
            models.CheckConstraint(
                condition=models.Q(state=State.DISPOSED) ^ models.Q(disposed_at=None), name="evidence_disposed_when"
            )
        ]

    def __str__(self) -> str:
        return self.number

    @property
    def in_hand(self) -> Hand:
        """Who or what has it."""
        return Hand.parse(self.hand)
