"""Invitations: the only way to an account."""

from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.db import models

from manumit.values.retention import Retention

from ..choices import Role
from .agency import Agency


class Invitation(models.Model):
    """An offer of a membership, usable once by whoever holds its token, after a sponsor has vouched for it.

    `inviting_agency` is the inviter's: that of the agency itself, or of who operates the installation for the first
    administrator of a new agency. `token_hash` is the token's SHA-256 in hexadecimal; the token itself is kept nowhere.
    """

    email = models.EmailField()
    full_name = models.CharField(max_length=200)
    agency = models.ForeignKey(Agency, models.PROTECT, related_name="invitations")
    inviting_agency = models.ForeignKey(Agency, models.PROTECT, related_name="invitations_sent")
    roles = ArrayField(models.CharField(max_length=20, choices=Role.choices))
    invited_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="invitations_made")
    sponsor = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="invitations_vouched"
    )
    vouched_at = models.DateTimeField(null=True, blank=True)
    token_hash = models.CharField(max_length=64, unique=True, null=True, blank=True)
    created_at = models.DateTimeField(auto_now_add=True)
    expires_at = models.DateTimeField()
    accepted_at = models.DateTimeField(null=True, blank=True)
    withdrawn_at = models.DateTimeField(null=True, blank=True)

    retention = Retention(authority="Shows who vouched for whom", years=7, from_field="created_at")
    sensitivity = {
        "id": "internal", "email": "personal", "full_name": "personal", "agency": "internal",
        "inviting_agency": "internal", "roles": "internal",
        "invited_by": "internal", "sponsor": "internal", "vouched_at": "internal", "token_hash": "secret",
        "created_at": "internal", "expires_at": "internal", "accepted_at": "internal", "withdrawn_at": "internal",
    }  # fmt: skip

    def __str__(self) -> str:
        return f"Invitation {self.pk}"
