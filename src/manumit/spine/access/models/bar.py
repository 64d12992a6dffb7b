"""Bars: a person with a conflict of interest is kept from one record."""

from collections.abc import Mapping

from django.conf import settings
from django.db import models
from django.db.models import Q

from manumit.spine.identity.models import Agency
from manumit.values.retention import Retention


class Bar(models.Model):
    """`person` may neither see nor touch one record, whatever a policy permits and whichever agency they act for.

    Set and lifted by a supervisor of the owner, `agency`, each time with the reason. While it stands, every list,
    count, search and decision passes over the record for that person, as if there were none.
    """

    record_kind = models.CharField(max_length=40)
    record_id = models.BigIntegerField()
    record_number = models.CharField(max_length=16)
    person = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", db_index=False)
    agency = models.ForeignKey(Agency, models.PROTECT, related_name="+", db_index=False)
    because = models.CharField(max_length=300)
    set_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", db_index=False)
    set_at = models.DateTimeField(auto_now_add=True)
    lifted_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+", db_index=False)
    lifted_at = models.DateTimeField(null=True)
    lifted_because = models.CharField(max_length=300, blank=True)

    retention = Retention(authority="Shows who was kept from what, and why", years=10, from_field="set_at")
    sensitivity: Mapping[str, str] = {
        **dict.fromkeys(
            ("id", "record_kind", "record_id", "record_number", "agency", "set_at", "lifted_at"), "internal"
        ),
        **dict.fromkeys(("person", "because", "set_by", "lifted_by", "lifted_because"), "personal"),
    }

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["person", "record_kind", "record_id"], name="barred_once", condition=Q(lifted_at=None)
            )
        ]
        indexes = [models.Index(fields=["record_kind", "record_id"], name="bar_of_record")]

    def __str__(self) -> str:
        return f"{self.person_id} from {self.record_kind} {self.record_id}"
