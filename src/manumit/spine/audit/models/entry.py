"""One line of the log."""

from django.db import models

from manumit.values.retention import Retention

from .transaction_id import CurrentTransaction, TransactionIdField, WallClock


class Entry(models.Model):
    """What one actor did or saw, written in the transaction that did it.

    `txid` stands before `id` so that a transaction has its number before it draws an id; the horizon relies on it.
    `person_id` and `agency_id` are no foreign keys: the log outlives what it speaks of. A NULL person is the system.
    `detail` is canonical JSON as text, because JSONB would reorder what was hashed.
    """

    txid = TransactionIdField(db_default=CurrentTransaction(), editable=False)
    id = models.BigAutoField(primary_key=True)
    at = models.DateTimeField(db_default=WallClock(), editable=False)
    person_id = models.BigIntegerField(null=True)
    agency_id = models.BigIntegerField(null=True)
    purpose = models.CharField(max_length=20, blank=True)
    verb = models.CharField(max_length=80)
    kind = models.CharField(max_length=40, blank=True)
    record_id = models.BigIntegerField(null=True)
    group_name = models.CharField(max_length=40, blank=True)
    detail = models.TextField(default="{}")

    append_only = True
    insert_columns = (
        "person_id", "agency_id", "purpose", "verb", "kind", "record_id", "group_name", "detail",
    )  # fmt: skip
    sensitivity = {
        "txid": "internal", "id": "internal", "at": "internal", "person_id": "personal", "agency_id": "internal",
        "purpose": "internal", "verb": "internal", "kind": "internal", "record_id": "internal",
        "group_name": "internal", "detail": "personal",
    }  # fmt: skip
    retention = Retention("own practice: kept as long as the install: an entry removed breaks every later proof")

    class Meta:
        indexes = [
            models.Index(fields=["kind", "record_id", "id"], name="audit_entry_of_record"),
            models.Index(fields=["person_id", "id"], name="audit_entry_of_person"),
        ]
        verbose_name_plural = "entries"

    def __str__(self) -> str:
        return f"{self.id} {self.verb}"
