"""What was done and must not be done again."""

from typing import ClassVar

from django.db import models

from manumit.values.retention import Retention


class Deed(models.Model):
    """That the deed named `key` was done, written in the transaction that did it."""

    key = models.CharField(max_length=200, unique=True)
    done_at = models.DateTimeField(auto_now_add=True, db_index=True)

    sensitivity: ClassVar[dict[str, str]] = {"id": "internal", "key": "internal", "done_at": "internal"}
    retention: ClassVar[Retention] = Retention("Longer than any job is tried again", years=0.25, from_field="done_at")

    def __str__(self) -> str:
        return self.key
