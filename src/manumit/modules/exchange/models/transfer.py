"""Transfers: a record changes its owner once the receiver accepts."""

from typing import ClassVar

from django.contrib.postgres.fields import ArrayField
from django.db import models

from manumit.values.retention import Retention

from ..choices import TransferState
from .paper import Paper, walked


class Transfer(Paper):
    """The owner of a record offers it to the agency `other`, and remains its owner until that accepts.

    `keeps` are the groups the sender goes on reading until `keeps_until`, by a release of the new owner that comes with
    the acceptance; empty where it keeps none. The record keeps its number, history and log.
    """

    kind: ClassVar[str] = "transfer"
    number_prefix: ClassVar[str] = "TR"

    state = models.CharField(max_length=12, choices=TransferState.choices, default=TransferState.OFFERED)
    record_kind = models.CharField(max_length=40)
    record_id = models.BigIntegerField()
    record_number = models.CharField(max_length=16)
    reason = models.TextField()
    keeps = ArrayField(models.CharField(max_length=40), default=list)
    keeps_until = models.DateField(null=True, blank=True)

    sensitivity: ClassVar[dict[str, str]] = {
        **Paper.sensitivity,
        **dict.fromkeys(
            ("state", "record_kind", "record_id", "record_number", "reason", "keeps", "keeps_until"), "summary"
        ),
    }
    moved_fields: ClassVar[frozenset[str]] = frozenset({"state", "state_since_at"})
    kept_while: ClassVar[models.Q | None] = models.Q(state=TransferState.OFFERED)
    retention: ClassVar[Retention] = Retention("Shows how a record came to its owner", years=75, from_field="opened_at")

    class Meta(Paper.Meta):
        indexes = walked("transfer")
        constraints = [
            models.CheckConstraint(condition=~models.Q(owner=models.F("other")), name="transfer_two_agencies"),
            models.UniqueConstraint(
                fields=["record_kind", "record_id"], name="transfer_one_offered",
                condition=models.Q(state=TransferState.OFFERED),
            ),
        ]  # fmt: skip

    def __str__(self) -> str:
        return self.number
