"""Why somebody is suspected."""

from datetime import date
from typing import ClassVar

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from manumit.spine.records.coded import coded
from manumit.values.tables.intelligence import carries

from .part import SuspectPart, in_group, through

TABLES = "manumit.values.tables.intelligence"


class Basis(SuspectPart):
    """One articulable fact for which somebody is suspected, with its source, both graded.

    `known_on` is the day the agency learned it: its age is shown. Who said it, where that must not be known, is no
    column: it is sealed with the suspect. Source: 28 CFR 23.20(a), reasonable suspicion.
    """

    part: ClassVar[str] = "bases"

    statement = models.TextField(_("What is known, in facts"))
    said_by = models.CharField(_("Who or what says so"), max_length=200)
    reliability = models.CharField(
        _("How reliable is the source?"), max_length=20, choices=coded("SOURCE_RELIABILITY", TABLES)
    )
    validity = models.CharField(_("How sure is the content?"), max_length=20, choices=coded("CONTENT_VALIDITY", TABLES))
    known_on = models.DateField(_("When did the agency learn it?"))

    scoped_through = through("basis")
    sensitivity = in_group("basis", "statement", "said_by", "reliability", "validity", "known_on")

    @property
    def carries(self) -> bool:
        """Whether its grading lets it carry a suspicion."""
        return carries(self.reliability, self.validity)

    def age_in_days(self, today: date | None = None) -> int:
        """Return how many days ago the agency learned it."""
        return ((today or timezone.localdate()) - self.known_on).days
