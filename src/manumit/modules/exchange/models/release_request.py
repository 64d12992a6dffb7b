"""Requests for a release: one agency asks another for what it holds."""

from datetime import date
from typing import ClassVar

from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.db import models

from manumit.spine.access.models import Release
from manumit.spine.identity.models import Agency, Membership
from manumit.values.retention import Retention

from ..choices import Refusal, RequestState
from .paper import Paper, walked

ASKED = (
    "state", "reference", "groups", "purposes", "authority", "because", "until_on", "needed_by", "asked_by",
    "onward_of", "onward_to",
)  # fmt: skip
OFFER = ("offered_groups", "offered_until", "said", "refused_because", "release")
HELD = ("record_kind", "record_id", "record_number", "offered_by", "offered_authority", "offered_under")


class ReleaseRequest(Paper):
    """The `owner` asks the agency `other` to let it read `groups` ("kind.group") for `purposes` until `until_on`.

    `reference` is a record's number that the asker knows, or of an inquiry or record of its own that pointed there:
    what it names is looked up by the holder alone, so that a request says nothing of what is held. Unanswered it lapses
    with the day `needed_by`. A holder that gives less offers `offered_groups` until `offered_until`, with what it
    `said`; `offered_by` is the membership of who did, by whose permission the release is made once it is accepted.
    `release` is the one that answered it. With `onward_of` the asker asks for the owner's word: to show what that
    release gave it on to the agency `onward_to`, which then is who receives.
    """

    kind: ClassVar[str] = "release_request"
    number_prefix: ClassVar[str] = "RQ"

    state = models.CharField(max_length=12, choices=RequestState.choices, default=RequestState.ASKED)
    reference = models.CharField(max_length=40)
    groups = ArrayField(models.CharField(max_length=81))
    purposes = ArrayField(models.CharField(max_length=20))
    authority = models.TextField()
    because = models.TextField()
    until_on = models.DateField()
    needed_by = models.DateField()
    asked_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", db_index=False)
    offered_groups = ArrayField(models.CharField(max_length=81), default=list, blank=True)
    offered_until = models.DateField(null=True, blank=True)
    said = models.TextField(blank=True)
    refused_because = models.CharField(max_length=12, choices=Refusal.choices, blank=True)
    release = models.ForeignKey(Release, models.PROTECT, related_name="+", null=True, blank=True, db_index=False)
    onward_of = models.ForeignKey(Release, models.PROTECT, related_name="+", null=True, blank=True, db_index=False)
    onward_to = models.ForeignKey(Agency, models.PROTECT, related_name="+", null=True, blank=True, db_index=False)
    record_kind = models.CharField(max_length=40, blank=True)
    record_id = models.BigIntegerField(null=True, blank=True)
    record_number = models.CharField(max_length=16, blank=True)
    offered_by = models.ForeignKey(Membership, models.PROTECT, related_name="+", null=True, blank=True, db_index=False)
    offered_authority = models.TextField(blank=True)
    offered_under = models.CharField(max_length=16, blank=True)

    sensitivity: ClassVar[dict[str, str]] = {
        **Paper.sensitivity,
        **dict.fromkeys((*ASKED, *OFFER), "summary"),
        **dict.fromkeys(HELD, "held"),
    }
    moved_fields: ClassVar[frozenset[str]] = frozenset({"state", "state_since_at"})
    kept_while: ClassVar[models.Q | None] = models.Q(state__in=[RequestState.ASKED, RequestState.OFFERED])
    retention: ClassVar[Retention] = Retention(
        "28 CFR 23.20(e): a record is kept of who was given what, and why", years=10, from_field="state_since_at"
    )

    class Meta(Paper.Meta):
        indexes = [
            *walked("request"),
            models.Index("needed_by", name="request_waiting", condition=models.Q(state__in=["asked", "offered"])),
        ]
        constraints = [
            models.CheckConstraint(condition=~models.Q(owner=models.F("other")), name="request_two_agencies"),
            models.CheckConstraint(
                condition=~models.Q(state=RequestState.OFFERED) | models.Q(offered_until__isnull=False),
                name="request_offer_ends",
            ),
            models.CheckConstraint(
                condition=models.Q(onward_of__isnull=True, onward_to__isnull=True)
                | models.Q(onward_of__isnull=False, onward_to__isnull=False),
                name="request_onward_whole",
            ),
        ]

    def __str__(self) -> str:
        return self.number

    def waits(self, today: date) -> bool:
        """Whether it may still be answered, or its offer accepted, on the day."""
        return self.state in {RequestState.ASKED, RequestState.OFFERED} and today <= self.needed_by

    @property
    def receiver_id(self) -> int:
        """The agency that would read: who asks, or whom it asks to show it on to."""
        return self.onward_to_id or self.owner_id

    def asked_of(self, kind: str) -> frozenset[str]:
        """Return the field groups of `kind` that were asked for."""
        return groups_of(self.groups, kind)


def groups_of(pairs: list[str], kind: str) -> frozenset[str]:
    """Return the field groups of `kind` among pairs written "kind.group"."""
    split = (pair.split(".", 1) for pair in pairs)
    return frozenset(group for of, group in split if of == kind)
