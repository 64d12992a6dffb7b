"""The key of one record's sealed values."""

from typing import ClassVar

from django.db import models

from manumit.values.retention import Retention


class RecordKey(models.Model):
    """A record's own AES-256 key, wrapped by the wrapping key `wrapping_key_id`; one lives at a time.

    Once `destroyed_at` is set, `wrapped` is empty and what was sealed with the key can never be read again.
    """

    kind = models.CharField(max_length=40)
    record_id = models.BigIntegerField()
    wrapped = models.BinaryField(max_length=60)
    wrapping_key_id = models.CharField(max_length=16)
    created_at = models.DateTimeField(auto_now_add=True)
    destroyed_at = models.DateTimeField(null=True)

    sensitivity: ClassVar[dict[str, str]] = {
        "id": "internal", "kind": "internal", "record_id": "internal", "wrapped": "secret",
        "wrapping_key_id": "internal", "created_at": "internal", "destroyed_at": "internal",
    }  # fmt: skip
    retention: ClassVar[Retention] = Retention(
        "Destroyed with its record; the empty row shows that it was", with_parent="record_id"
    )

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["kind", "record_id"], name="record_key_live_once", condition=models.Q(destroyed_at=None)
            ),
            models.CheckConstraint(
                condition=models.Q(destroyed_at=None) ^ models.Q(wrapped=b""), name="record_key_destroyed_is_empty"
            ),
        ]

    def __str__(self) -> str:
        return f"Key of {self.kind} {self.record_id}"
