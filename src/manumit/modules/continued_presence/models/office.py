"""Which agencies sponsor and decide."""

from typing import ClassVar

from django.contrib.postgres.fields import ArrayField
from django.db import models

from manumit.spine.identity.models import Agency
from manumit.values.retention import Retention

from ..choices import Power


class Office(models.Model):
    """That an agency sponsors the requests of a state, or decides requests of all states (`region` empty).

    `permit_codes` are the category codes of the work permits that it gives out, such as C11: not verified, so each
    install names its own.
    """

    agency = models.ForeignKey(Agency, models.PROTECT, related_name="+")
    power = models.CharField(max_length=10, choices=Power.choices)
    region = models.CharField(max_length=2, blank=True)
    permit_codes = ArrayField(models.CharField(max_length=4), default=list, blank=True)

    sensitivity: ClassVar[dict[str, str]] = dict.fromkeys(
        ("id", "agency", "power", "region", "permit_codes"), "internal"
    )
    retention: ClassVar[Retention] = Retention("Configuration of the install: kept while it is in force")

    class Meta:
        constraints = [models.UniqueConstraint("agency", "power", "region", name="presence_office_once")]

    def __str__(self) -> str:
        return f"{self.agency_id} {self.power} {self.region}"
