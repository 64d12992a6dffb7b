"""That records of a nation's people were used."""

from collections.abc import Mapping

from django.conf import settings
from django.db import models

from manumit.spine.identity.models import Agency, Nation
from manumit.values.retention import Retention

from .nation_rule import NationRule, Use


class NationUse(models.Model):
    """That an agency used `records` records of the nation's people, by the permission `rule`; the nation reads it.

    `what` says in what: a format of export, a table. When the permission ends, whoever used it finds it here.
    """

    nation = models.ForeignKey(Nation, models.PROTECT, related_name="uses", db_index=False)
    rule = models.ForeignKey(NationRule, models.PROTECT, related_name="uses", db_index=False)
    use = models.CharField(max_length=16, choices=Use.choices)
    agency = models.ForeignKey(Agency, models.PROTECT, related_name="+", db_index=False)
    person = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", db_index=False)
    what = models.CharField(max_length=200)
    records = models.PositiveIntegerField()
    at = models.DateTimeField()

    append_only = True
    retention = Retention(authority="Shows a nation every use of its people's records, as long as the install")
    sensitivity: Mapping[str, str] = dict.fromkeys(
        ("id", "nation", "rule", "use", "agency", "person", "what", "records", "at"), "internal"
    )

    class Meta:
        indexes = [
            models.Index("nation", models.F("id").desc(), name="nation_use_newest"),
            models.Index("agency", models.F("id").desc(), name="nation_use_of_agency"),
        ]

    def __str__(self) -> str:
        return f"{self.agency_id} {self.use} of {self.nation_id}"
