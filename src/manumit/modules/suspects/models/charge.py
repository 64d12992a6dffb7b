"""Charges against a suspect."""

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from manumit.spine.records.coded import coded

from ..choices import Disposition, Jurisdiction
from .part import SuspectPart, in_group, through


class Charge(SuspectPart):
    """One charge, as filed: by whose law, which statute, in how many counts, and what became of it.

    A federal statute is one of the table of federal statutes; a state's or Tribe's is written as it is cited.
    """

    part: ClassVar[str] = "charges"

    jurisdiction = models.CharField(_("By whose law"), max_length=8, choices=Jurisdiction.choices)
    statute = models.CharField(_("Statute"), max_length=100)
    nibrs_code = models.CharField(
        _("NIBRS offense"), max_length=3, choices=coded("OFFENSE", "manumit.values.tables.nibrs"), blank=True
    )
    title = models.CharField(_("What it says"), max_length=200)
    counts = models.PositiveSmallIntegerField(_("Counts"), null=True, blank=True)
    filed_on = models.DateField(_("Filed on"))
    court = models.CharField(_("Court"), max_length=200, blank=True)
    docket = models.CharField(_("Number at court"), max_length=60, blank=True)
    disposition = models.CharField(
        _("What became of it"), max_length=10, choices=Disposition.choices, default=Disposition.PENDING
    )
    disposed_on = models.DateField(_("Decided on"), null=True, blank=True)
    sentence = models.CharField(_("Sentence"), max_length=500, blank=True)

    scoped_through = through("proceedings")
    sensitivity = in_group(
        "proceedings",
        "jurisdiction", "statute", "nibrs_code", "title", "counts", "filed_on", "court", "docket", "disposition",
        "disposed_on", "sentence",
    )  # fmt: skip
