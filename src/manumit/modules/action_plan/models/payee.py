"""Whom to pay for hours."""

from typing import ClassVar

from django.db import models

from manumit.spine.access import ScopedModel, Through
from manumit.spine.identity.models import Person
from manumit.values.retention import Retention

from .advice_request import AdviceRequest
from .paid_hours import PaidHours


class Payee(ScopedModel):
    """The person behind some hours: read by the secretariat, which pays, and nobody else."""

    paid_hours = models.OneToOneField(PaidHours, models.CASCADE, related_name="+")
    person = models.ForeignKey(Person, models.PROTECT, related_name="+")

    scoped_through: ClassVar[Through] = Through(kind="advice_request", path="paid_hours__request", group="payee")
    sensitivity: ClassVar[dict[str, str]] = dict.fromkeys(("id", "paid_hours", "person"), "payee")
    retention: ClassVar[Retention] = Retention(AdviceRequest.retention.authority, with_parent="paid_hours")

    class Meta(ScopedModel.Meta):
        ordering = ["id"]

    def __str__(self) -> str:
        return str(self.person_id)
