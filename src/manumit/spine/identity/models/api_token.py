"""Tokens with which programs act for a person."""

from django.contrib.postgres.fields import ArrayField
from django.db import models

from manumit.values.retention import Retention

from ..choices import Purpose
from .membership import Membership


class ApiToken(models.Model):
    """A bearer token of one membership, with scopes, a purpose and an end.

    `token_hash` is the SHA-256 of the token in hexadecimal; `hint` its first characters, to tell tokens apart.
    """

    membership = models.ForeignKey(Membership, models.CASCADE, related_name="tokens")
    label = models.CharField(max_length=100)
    scopes = ArrayField(models.CharField(max_length=60))
    purpose = models.CharField(max_length=20, choices=Purpose.choices)
    token_hash = models.CharField(max_length=64, unique=True)
    hint = models.CharField(max_length=12)
    created_at = models.DateTimeField(auto_now_add=True)
    expires_at = models.DateTimeField()
    revoked_at = models.DateTimeField(null=True, blank=True)
    last_used_at = models.DateTimeField(null=True, blank=True)

    retention = Retention(authority="Shows which program acted for whom", years=7, from_field="expires_at")
    sensitivity = {
        "id": "internal", "membership": "internal", "label": "internal", "scopes": "internal", "purpose": "internal",
        "token_hash": "secret", "hint": "internal", "created_at": "internal", "expires_at": "internal",
        "revoked_at": "internal", "last_used_at": "internal",
    }  # fmt: skip

    def __str__(self) -> str:
        return f"{self.label} ({self.hint}...)"
