"""Links that sign a person in once."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from manumit.values.retention import Retention


class LinkReason(models.TextChoices):
    """Why a link was given out."""

    SET_UP = "set_up", _("Set up the first factor, or a new one for a lost one")
    DEMO = "demo", _("Demonstration")


class SignInLink(models.Model):
    """A link usable once before `expires_at`; `token_hash` is its token's SHA-256, the token is kept nowhere."""

    person = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="sign_in_links")
    reason = models.CharField(max_length=10, choices=LinkReason.choices)
    token_hash = models.CharField(max_length=64, unique=True)
    created_at = models.DateTimeField(auto_now_add=True)
    expires_at = models.DateTimeField()
    used_at = models.DateTimeField(null=True, blank=True)

    retention = Retention(authority="Kept until a day after its end: of no use then", years=0, from_field="expires_at")
    sensitivity = {
        "id": "internal", "person": "personal", "reason": "internal", "token_hash": "secret", "created_at": "internal",
        "expires_at": "internal", "used_at": "internal",
    }  # fmt: skip

    def __str__(self) -> str:
        return f"Link {self.pk}"
