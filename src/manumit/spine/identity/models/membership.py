"""What a person is in an agency."""

from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.db import models

from manumit.values.retention import Retention

from ..choices import Role
from .agency import Agency


class Membership(models.Model):
    """A person's roles in one agency, vouched for by a sponsor, from a day until it ends."""

    person = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="memberships")
    agency = models.ForeignKey(Agency, models.PROTECT, related_name="memberships")
    roles = ArrayField(models.CharField(max_length=20, choices=Role.choices))
    active = models.BooleanField(default=True)
    sponsor = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="sponsored"
    )
    since_on = models.DateField(auto_now_add=True)
    until_on = models.DateField(null=True, blank=True)

    retention = Retention(authority="Named by log entries: ended, never deleted")
    sensitivity = {
        "id": "internal", "person": "internal", "agency": "internal", "roles": "internal", "active": "internal",
        "sponsor": "internal", "since_on": "internal", "until_on": "internal",
    }  # fmt: skip

    class Meta:
        constraints = [models.UniqueConstraint(fields=["person", "agency"], name="membership_once")]

    @property
    def role_names(self) -> list[str]:
        """The roles as people read them."""
        return [str(Role(role).label) for role in self.roles]

    def __str__(self) -> str:
        return f"{self.person} @ {self.agency}"
