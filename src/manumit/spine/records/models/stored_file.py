"""A file of a record, as it lies on the disk."""

from typing import ClassVar

from django.db import models

from manumit.values.retention import Retention

from .record_key import RecordKey


class StoredFile(models.Model):
    """The content of a file under MANUMIT_HOME/files, found by record and SHA-256 of its clear bytes.

    `wrapped` is the file's own key, wrapped with the record's; `size` is bytes, `media_type` what the content is. Once
    `quarantined_at` is set nobody opens it.
    """

    kind = models.CharField(max_length=40)
    record_id = models.BigIntegerField()
    sha256 = models.CharField(max_length=64)
    size = models.BigIntegerField()
    media_type = models.CharField(max_length=100)
    key = models.ForeignKey(RecordKey, models.PROTECT, related_name="+", db_index=False)
    wrapped = models.BinaryField(max_length=60)
    stored_at = models.DateTimeField(auto_now_add=True)
    quarantined_at = models.DateTimeField(null=True)

    sensitivity: ClassVar[dict[str, str]] = {
        "id": "internal", "kind": "internal", "record_id": "internal", "sha256": "personal", "size": "internal",
        "media_type": "internal", "key": "internal", "wrapped": "secret", "stored_at": "internal",
        "quarantined_at": "internal",
    }  # fmt: skip
    retention: ClassVar[Retention] = Retention("Goes with its record", with_parent="record_id")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["kind", "record_id", "sha256"], name="stored_file_once_a_record")
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.record_id} {self.sha256[:12]}"
