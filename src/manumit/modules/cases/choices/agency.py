"""Vocabularies of agencies and of numbers."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class AgencyRole(TextChoices):
    """What an agency does in a case. Source: NamUs `investigatingAgencies`; custodian holds the record."""

    LEAD = "lead", _("Leads the investigation")
    INVESTIGATING = "investigating", _("Investigating")
    CUSTODIAN = "custodian", _("Holds the record")
    ASSISTING = "assisting", _("Assisting")


class NumberScheme(TextChoices):
    """Systems that number the same case. Source: NamUs, FBI (NCIC, ViCAP), NCMEC, medical examiners.

    `source` is the number in a file of any other system; it begins with that system's name: `Sheriff:2019-4711`.
    """

    NAMUS = "namus", "NamUs"
    NCIC = "ncic", "NCIC"
    VICAP = "vicap", "ViCAP"
    NCMEC = "ncmec", "NCMEC"
    FBI = "fbi", "FBI"
    MEC = "mec", _("Medical examiner or coroner")
    SOURCE = "source", _("System of a table you imported")
