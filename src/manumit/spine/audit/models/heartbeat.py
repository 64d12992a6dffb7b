"""The sequencer's sign of life."""

from django.db import models

from manumit.values.retention import Retention


class Heartbeat(models.Model):
    """One row, renewed five times a second: by `beat_at`, every entry up to `decided_id` stands in the outside files.

    `size` is the number of leaves in the tree at that moment.
    """

    id = models.SmallIntegerField(primary_key=True, default=1)
    beat_at = models.DateTimeField()
    decided_id = models.BigIntegerField()
    size = models.BigIntegerField()

    written_by = "sequencer"
    sensitivity = {"id": "internal", "beat_at": "internal", "decided_id": "internal", "size": "internal"}
    retention = Retention("own practice: one row, overwritten while the sequencer lives")

    class Meta:
        constraints = [models.CheckConstraint(condition=models.Q(id=1), name="audit_heartbeat_one_row")]

    def __str__(self) -> str:
        return f"{self.beat_at:%H:%M:%S} {self.size}"
