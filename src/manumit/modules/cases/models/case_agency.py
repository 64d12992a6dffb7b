"""Agencies working on a case."""

from typing import ClassVar

from django.db import models

from manumit.spine.access import Through
from manumit.spine.identity.models import Agency
from manumit.spine.records.coded import coded

from ..choices import AgencyRole
from .case import Case
from .part import CasePart


class CaseAgency(CasePart):
    """An agency's part in a case, with the number it uses itself.

    `agency` is set where it is one of this install's; `ori` is its originating agency identifier (FBI).
    """

    part: ClassVar[str] = "agencies"

    case = models.ForeignKey(Case, models.CASCADE, related_name="agencies")
    role = models.CharField(max_length=14, choices=AgencyRole.choices)
    agency_name = models.CharField(max_length=200)
    agency = models.ForeignKey(Agency, models.PROTECT, null=True, blank=True, related_name="+", db_index=False)
    number = models.CharField(max_length=60, blank=True)
    contact = models.CharField(max_length=200, blank=True)
    agency_kind = models.CharField(max_length=20, choices=coded("AGENCY_TYPE"), blank=True)
    jurisdiction = models.CharField(max_length=8, choices=coded("JURISDICTION_LEVEL"), blank=True)
    ori = models.CharField(max_length=9, blank=True)
    reported_on = models.DateField(null=True, blank=True)
    street = models.CharField(max_length=200, blank=True)
    city = models.CharField(max_length=100, blank=True)
    county = models.CharField(max_length=100, blank=True)
    state = models.CharField(max_length=2, blank=True)
    postal_code = models.CharField(max_length=20, blank=True)
    phone = models.CharField(max_length=40, blank=True)
    email = models.CharField(max_length=254, blank=True)
    website = models.CharField(max_length=300, blank=True)
    contact_title = models.CharField(max_length=200, blank=True)

    scoped_through: ClassVar[Through] = Through(kind="case", path="case", group="agencies")
    sensitivity: ClassVar[dict[str, str]] = dict.fromkeys(
        (
            "id", "case", "role", "agency_name", "agency", "number", "contact", "agency_kind", "jurisdiction", "ori",
            "reported_on", "street", "city", "county", "state", "postal_code", "phone", "email", "website",
            "contact_title", "withdrawn_at", "source_key",
        ),
        "agencies",
    )  # fmt: skip

    class Meta(CasePart.Meta):
        verbose_name_plural = "case agencies"

    def __str__(self) -> str:
        return self.agency_name
