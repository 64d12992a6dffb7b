"""Each step of a record's values."""

from typing import ClassVar

from django.conf import settings
from django.db import models

from manumit.spine.identity.models import Agency
from manumit.values.retention import Retention


class RecordHistory(models.Model):
    """One edit: what `version` of a record changed, when and by whom; never altered.

    `changes` is `{field: {"from", "to", "source", "said_on", "certainty"}}`. Sealed values never stand here: their
    fields appear as `{"group.field": {"sealed": true}}`.
    """

    kind = models.CharField(max_length=40)
    record_id = models.BigIntegerField()
    version = models.PositiveIntegerField()
    at = models.DateTimeField(auto_now_add=True)
    person = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+", db_index=False)
    agency = models.ForeignKey(Agency, models.PROTECT, null=True, related_name="+", db_index=False)
    verb = models.CharField(max_length=80, blank=True)
    changes = models.JSONField()

    append_only = True
    sensitivity: ClassVar[dict[str, str]] = {
        "id": "internal", "kind": "internal", "record_id": "internal", "version": "internal", "at": "internal",
        "person": "personal", "agency": "internal", "verb": "internal", "changes": "personal",
    }  # fmt: skip
    retention: ClassVar[Retention] = Retention("Goes with its record", with_parent="record_id")

    class Meta:
        verbose_name_plural = "record history"
        constraints = [
            models.UniqueConstraint(fields=["kind", "record_id", "version"], name="record_history_version_once")
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.record_id} v{self.version}"
