"""Which edition of the public pages stands: counted on with every publication and withdrawal."""

from typing import ClassVar

from django.db import models

from manumit.values.retention import Retention


class PublicEdition(models.Model):
    """One row. Whatever is cached of public pages is kept under its number, so nothing withdrawn is served again."""

    id = models.PositiveSmallIntegerField(primary_key=True, default=1)
    number = models.PositiveBigIntegerField(default=0)
    changed_at = models.DateTimeField(null=True)

    sensitivity: ClassVar[dict[str, str]] = dict.fromkeys(("id", "number", "changed_at"), "public")
    retention: ClassVar[Retention] = Retention("One row, for as long as anything is published")

    def __str__(self) -> str:
        return str(self.number)
