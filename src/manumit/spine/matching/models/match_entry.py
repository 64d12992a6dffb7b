"""What an index holds."""

from typing import ClassVar

from django.db import models

from manumit.values.retention import Retention


class MatchEntry(models.Model):
    """That the index files of a generation may hold `key`: written before they do, removed after they no longer do.

    So nothing stays in the files unnoticed, wherever a process is killed.
    """

    generation = models.UUIDField()
    kind = models.CharField(max_length=40)
    record_id = models.BigIntegerField()
    key = models.CharField(max_length=120)

    sensitivity: ClassVar[dict[str, str]] = dict.fromkeys(("id", "generation", "kind", "record_id", "key"), "internal")
    retention: ClassVar[Retention] = Retention("Goes with what it names", with_parent="record_id")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["generation", "kind", "record_id", "key"], name="match_entry_once")
        ]
        verbose_name_plural = "match entries"

    def __str__(self) -> str:
        return self.key
