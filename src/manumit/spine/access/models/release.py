"""Releases: an owner shows one record to one agency."""

from collections.abc import Mapping
from datetime import datetime

from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q

from manumit.spine.identity.models import Agency
from manumit.values.retention import Retention

from .sharing_terms import SharingTerms


class Release(models.Model):
    """The owner lets `agency` read the `groups` of one record for `purposes`, by `authority`, until `expires_at`.

    `summary` is always among the groups: who may read any of a record may know of it. A release is live while it has
    not ended and `expires_at` lies ahead; at that very moment it is over. `record_opened_at` repeats when the record
    was opened, which never changes: by it a list of what was released walks an index however much was. A release
    without it is found as well, at the price of looking at every one.

    `giver` is the owner then. One that rests on an agreement names its terms in `under`, and the database refuses one
    wider or longer than these. `onward_of` is the release that its receiver shows on, `consented_by` who gave the
    owner's word for that. What ends takes with it what was shown on.
    """

    kind = models.CharField(max_length=40)
    record_id = models.BigIntegerField()
    record_opened_at = models.DateTimeField(null=True, blank=True)
    agency = models.ForeignKey(Agency, models.PROTECT, related_name="releases")
    groups = ArrayField(models.CharField(max_length=40))
    purposes = ArrayField(models.CharField(max_length=20))
    authority = models.TextField()
    expires_at = models.DateTimeField()
    released_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", null=True)
    created_at = models.DateTimeField(auto_now_add=True)
    ended_at = models.DateTimeField(null=True, blank=True)
    giver = models.ForeignKey(Agency, models.PROTECT, related_name="+", null=True, blank=True, db_index=False)
    under = models.ForeignKey(SharingTerms, models.PROTECT, related_name="releases", null=True, blank=True)
    onward_of = models.ForeignKey("self", models.PROTECT, related_name="onward", null=True, blank=True)
    consented_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", null=True, blank=True, db_index=False
    )

    retention = Retention(authority="Shows who could see what, and why", years=10, from_field="created_at")
    sensitivity: Mapping[str, str] = {
        "id": "internal", "kind": "internal", "record_id": "internal", "agency": "internal", "groups": "internal",
        "purposes": "internal", "authority": "internal", "expires_at": "internal", "released_by": "internal",
        "created_at": "internal", "ended_at": "internal", "record_opened_at": "internal",
        "giver": "internal", "under": "internal",
        "onward_of": "internal", "consented_by": "internal",
    }  # fmt: skip

    class Meta:
        indexes = [
            models.Index(
                fields=["agency", "kind", "record_id", "expires_at"],
                name="release_live",
                condition=Q(ended_at__isnull=True),
            ),
            models.Index(
                fields=["agency", "kind", "record_opened_at", "record_id"],
                name="release_in_order",
                condition=Q(ended_at__isnull=True),
            ),
            models.Index(fields=["kind", "record_id"], name="release_of_record"),
            models.Index("giver", models.F("id").desc(), name="release_by_giver"),
        ]
        constraints = [
            models.CheckConstraint(condition=Q(groups__contains=["summary"]), name="release_has_summary"),
            models.CheckConstraint(condition=Q(purposes__len__gt=0), name="release_has_purpose"),
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.record_id} for {self.agency_id}"

    def live(self, at: datetime) -> bool:
        """Whether the release holds at the moment `at`."""
        return self.ended_at is None and self.expires_at > at
