"""Hours an adviser worked and is paid for."""

from decimal import Decimal
from typing import ClassVar

from django.db import models

from manumit.spine.access import ScopedModel, Through
from manumit.spine.identity.models import Person
from manumit.values.retention import Retention

from ..choices import HoursState
from .advice_request import AdviceRequest


class PaidHours(ScopedModel):
    """Hours of one day at `rate` US dollars, on their way from recorded to paid.

    `adviser` tells the advisers of a request apart without naming them (1, 2, ...); whom to pay is in `Payee`.
    `approved_by` is an officer, never the adviser; `reference` names the payment.
    """

    request = models.ForeignKey(AdviceRequest, models.CASCADE, related_name="paid_hours")
    adviser = models.PositiveSmallIntegerField()
    worked_on = models.DateField()
    hours = models.DecimalField(max_digits=5, decimal_places=2)
    rate = models.DecimalField(max_digits=7, decimal_places=2)
    did = models.CharField(max_length=300)
    state = models.CharField(max_length=10, choices=HoursState.choices, default=HoursState.RECORDED)
    state_since_at = models.DateTimeField()
    reason = models.CharField(max_length=300, blank=True)
    approved_by = models.ForeignKey(Person, models.PROTECT, null=True, blank=True, related_name="+", db_index=False)
    reference = models.CharField(max_length=60, blank=True)

    scoped_through: ClassVar[Through] = Through(kind="advice_request", path="request", group="hours")
    sensitivity: ClassVar[dict[str, str]] = dict.fromkeys(
        (
            "id", "request", "adviser", "worked_on", "hours", "rate", "did", "state", "state_since_at", "reason",
            "approved_by", "reference",
        ),
        "hours",
    )  # fmt: skip
    retention: ClassVar[Retention] = Retention(AdviceRequest.retention.authority, with_parent="request")

    class Meta(ScopedModel.Meta):
        ordering = ["worked_on", "id"]

    @property
    def amount(self) -> Decimal:
        """What is owed, in US dollars: computed, never typed."""
        return (self.hours * self.rate).quantize(Decimal("0.01"))

    def __str__(self) -> str:
        return f"{self.worked_on}: {self.hours}"
