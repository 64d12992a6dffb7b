"""The place of an entry in the tree."""

from django.db import models

from manumit.values.retention import Retention


class Leaf(models.Model):
    """Entry `entry_id` is leaf number `position`, counted from 0, and `hash` is its RFC 6962 leaf hash."""

    position = models.BigIntegerField(primary_key=True)
    entry_id = models.BigIntegerField(unique=True)
    hash = models.BinaryField(max_length=32)

    append_only = True
    written_by = "sequencer"
    sensitivity = {"position": "internal", "entry_id": "internal", "hash": "internal"}
    retention = Retention("own practice: kept as long as the install, with the entries it places")

    class Meta:
        verbose_name_plural = "leaves"

    def __str__(self) -> str:
        return f"{self.position}: {self.entry_id}"
