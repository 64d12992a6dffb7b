"""The paper of an agreement between two agencies."""

from typing import ClassVar

from django.contrib.postgres.fields import ArrayField
from django.db import models

from manumit.spine.access.models import Onward
from manumit.values.retention import Retention

from ..choices import AgreementState
from .paper import Paper, walked

TERMS = ("mutual", "groups", "purposes", "authority", "onward", "answer_days", "starts_on", "expires_on")


class SharingAgreement(Paper):
    """What the owner may show the other agency, and with `mutual` the other the owner; in force once both signed.

    `groups` are "kind.group". `starts_on` and `expires_on` are its first and its last day in the install's zone.
    `answer_days` is within how many days a request under it is answered. What it allows stands, once in force, as rows
    of `access.SharingTerms`; the paper is not what access reads.
    """

    kind: ClassVar[str] = "agreement"
    number_prefix: ClassVar[str] = "AG"

    title = models.CharField(max_length=200)
    state = models.CharField(max_length=12, choices=AgreementState.choices, default=AgreementState.DRAFT)
    mutual = models.BooleanField(default=False)
    groups = ArrayField(models.CharField(max_length=81))
    purposes = ArrayField(models.CharField(max_length=20))
    authority = models.TextField()
    onward = models.CharField(max_length=8, choices=Onward.choices, default=Onward.NEVER)
    answer_days = models.PositiveSmallIntegerField(null=True, blank=True)
    starts_on = models.DateField()
    expires_on = models.DateField()

    sensitivity: ClassVar[dict[str, str]] = {
        **Paper.sensitivity,
        **dict.fromkeys(("title", "state", *TERMS), "summary"),
    }
    moved_fields: ClassVar[frozenset[str]] = frozenset({"state", "state_since_at"})
    kept_while: ClassVar[models.Q | None] = ~models.Q(state__in=[AgreementState.DECLINED, AgreementState.ENDED])
    retention: ClassVar[Retention] = Retention(
        "Shows by what right agencies saw records", years=10, from_field="state_since_at"
    )

    class Meta(Paper.Meta):
        indexes = walked("agreement")
        constraints = [
            models.CheckConstraint(condition=~models.Q(owner=models.F("other")), name="agreement_two_agencies"),
            models.CheckConstraint(
                condition=models.Q(expires_on__gte=models.F("starts_on")), name="agreement_days_in_order"
            ),
        ]

    def __str__(self) -> str:
        return self.number
