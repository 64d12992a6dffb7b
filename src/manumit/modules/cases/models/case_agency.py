"""Agencies working on a case."""

from typing import ClassVar

from django.db import models

from manumit.spine.access import ScopedModel, Through
from manumit.spine.identity.models import Agency
from manumit.values.retention import Retention

from ..choices import AgencyRole
from .case import Case


class CaseAgency(ScopedModel):
    """An agency's part in a case, with the number it uses itself. `agency` is set where it is one of this install's."""

    case = models.ForeignKey(Case, models.CASCADE, related_name="agencies")
    role = models.CharField(max_length=14, choices=AgencyRole.choices)
    agency_name = models.CharField(max_length=200)
    agency = models.ForeignKey(Agency, models.PROTECT, null=True, blank=True, related_name="+", db_index=False)
    number = models.CharField(max_length=60, blank=True)
    contact = models.CharField(max_length=200, blank=True)

    scoped_through: ClassVar[Through] = Through(kind="case", path="case", group="agencies")
    sensitivity: ClassVar[dict[str, str]] = dict.fromkeys(
        ("id", "case", "role", "agency_name", "agency", "number", "contact"), "agencies"
    )
    retention: ClassVar[Retention] = Retention(Case.retention.authority, with_parent="case")

    class Meta(ScopedModel.Meta):
        verbose_name_plural = "case agencies"
        ordering = ["id"]

    def __str__(self) -> str:
        return self.agency_name
