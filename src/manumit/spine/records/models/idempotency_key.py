"""A request that must not happen twice."""

from typing import ClassVar

from django.conf import settings
from django.db import models

from manumit.values.retention import Retention


class IdempotencyKey(models.Model):
    """What a person's program was answered when it first sent `key` with these exact contents.

    `request_hash` is the keyed SHA-256 (HMAC) of method, path and body; the same key with other contents is refused.
    `status` and `answer` are empty until the first request is done.
    """

    person = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+")
    key = models.CharField(max_length=100)
    request_hash = models.CharField(max_length=64)
    status = models.PositiveSmallIntegerField(null=True)
    answer = models.TextField(blank=True)
    created_at = models.DateTimeField(auto_now_add=True)

    sensitivity: ClassVar[dict[str, str]] = {
        "id": "internal", "person": "personal", "key": "internal", "request_hash": "internal", "status": "internal",
        "answer": "personal", "created_at": "internal",
    }  # fmt: skip
    retention: ClassVar[Retention] = Retention(
        "Long enough for a program to try again (one day)", years=1 / 365, from_field="created_at"
    )

    class Meta:
        constraints = [models.UniqueConstraint(fields=["person", "key"], name="idempotency_key_once")]
        indexes = [models.Index(fields=["created_at"], name="idempotency_key_created")]

    def __str__(self) -> str:
        return self.key
