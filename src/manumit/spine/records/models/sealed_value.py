"""A value nobody reads in the database."""

from typing import ClassVar

from django.db import models

from manumit.values.retention import Retention

from .record_key import RecordKey


class SealedValue(models.Model):
    """One version of one sealed field, encrypted with its record's key; never altered.

    `ciphertext` is AES-256-GCM over the value's JSON with `nonce` (12 bytes); the associated data names kind, record,
    group, field and version, so that a value moved to another place cannot be opened. The highest version counts.
    """

    kind = models.CharField(max_length=40)
    record_id = models.BigIntegerField()
    group = models.CharField(max_length=40)
    field = models.CharField(max_length=60)
    version = models.PositiveIntegerField()
    key = models.ForeignKey(RecordKey, models.PROTECT, related_name="+", db_index=False)
    nonce = models.BinaryField(max_length=12)
    ciphertext = models.BinaryField()
    sealed_at = models.DateTimeField(auto_now_add=True)

    append_only = True
    sensitivity: ClassVar[dict[str, str]] = {
        "id": "internal", "kind": "internal", "record_id": "internal", "group": "internal", "field": "internal",
        "version": "internal", "key": "internal", "nonce": "secret", "ciphertext": "secret", "sealed_at": "internal",
    }  # fmt: skip
    retention: ClassVar[Retention] = Retention("Goes with its record", with_parent="record_id")

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["kind", "record_id", "group", "field", "version"], name="sealed_value_version_once"
            )
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.record_id} {self.group}.{self.field} v{self.version}"
