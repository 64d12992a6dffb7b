"""Searches that people keep."""

from typing import ClassVar

from django.conf import settings
from django.db import models

from manumit.spine.identity.choices import Purpose
from manumit.spine.identity.models import Agency
from manumit.values.retention import Retention


class SavedSearch(models.Model):
    """A list's address that `person` keeps, for an agency and a purpose.

    `tells` where they wish to be told of new records; `query` is the address after the question mark, `told_at`
    the moment up to which they know what is new.
    """

    person = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+")
    agency = models.ForeignKey(Agency, models.PROTECT, related_name="+", db_index=False)
    purpose = models.CharField(max_length=20, choices=Purpose.choices)
    record_kind = models.CharField(max_length=40)
    title = models.CharField(max_length=100)
    query = models.CharField(max_length=2000, blank=True)
    tells = models.BooleanField(default=False)
    saved_at = models.DateTimeField(auto_now_add=True)
    told_at = models.DateTimeField()

    retention: ClassVar[Retention] = Retention("The person's own: kept until they remove it, and while the account is")
    sensitivity: ClassVar[dict[str, str]] = {
        **dict.fromkeys(("person", "title", "query"), "personal"),
        **dict.fromkeys(("id", "agency", "purpose", "record_kind", "tells", "saved_at", "told_at"), "internal"),
    }

    class Meta:
        indexes = [models.Index("person", "agency", name="saved_search_of_person")]
        verbose_name_plural = "saved searches"

    def __str__(self) -> str:
        return f"Saved search {self.pk}"
