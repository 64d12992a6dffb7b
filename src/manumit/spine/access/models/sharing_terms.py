"""Terms of an agreement in force: what one agency may show another, and what releases may rest on."""

from collections.abc import Mapping
from datetime import datetime

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from manumit.spine.identity.models import Agency
from manumit.values.retention import Retention


class Onward(models.TextChoices):
    """May who received something show it on? Source: N-DEx practice, where the owner's permission comes first."""

    NEVER = "never", _("Never")
    WORD = "word", _("With the owner's word, each time")
    YES = "yes", _("Yes, no wider and no longer than it was released")


class SharingTerms(models.Model):
    """What `giver` may show `receiver` by the agreement of number `agreement`; one row a direction.

    `groups` are "kind.group" ("case.people"). No row is altered but to end it: what it allowed while it was in force
    stays known. When it ends the database ends every release under it in the same statement, and it takes no release
    that is wider or longer than these terms.
    """

    agreement = models.CharField(max_length=16)
    giver = models.ForeignKey(Agency, models.PROTECT, related_name="+")
    receiver = models.ForeignKey(Agency, models.PROTECT, related_name="+")
    groups = ArrayField(models.CharField(max_length=81))
    purposes = ArrayField(models.CharField(max_length=20))
    authority = models.TextField()
    onward = models.CharField(max_length=8, choices=Onward.choices, default=Onward.NEVER)
    answer_days = models.PositiveSmallIntegerField(null=True, blank=True)
    starts_at = models.DateTimeField()
    expires_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True, blank=True)

    retention = Retention(authority="Shows by what right agencies saw records", years=10, from_field="expires_at")
    sensitivity: Mapping[str, str] = dict.fromkeys(
        ("id", "agreement", "giver", "receiver", "groups", "purposes", "authority", "onward", "answer_days",
         "starts_at", "expires_at", "ended_at"),
        "internal",
    )  # fmt: skip

    class Meta:
        verbose_name_plural = "sharing terms"
        constraints = [
            models.CheckConstraint(condition=~Q(giver=F("receiver")), name="sharing_terms_two_agencies"),
            models.CheckConstraint(condition=Q(purposes__len__gt=0), name="sharing_terms_have_purpose"),
            models.CheckConstraint(condition=Q(expires_at__gt=F("starts_at")), name="sharing_terms_in_order"),
        ]

    def __str__(self) -> str:
        return f"{self.agreement}: {self.giver_id} to {self.receiver_id}"

    def groups_of(self, kind: str) -> frozenset[str]:
        """Return the field groups of `kind` that may be shown."""
        pairs = (pair.split(".", 1) for pair in self.groups)
        return frozenset(group for of, group in pairs if of == kind)

    def live(self, at: datetime) -> bool:
        """Whether they hold at the moment `at`."""
        return self.ended_at is None and self.starts_at <= at < self.expires_at
