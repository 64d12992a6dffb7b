"""Vocabularies of vehicles, telephones and accounts."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class VehicleRelation(TextChoices):
    """What a vehicle has to do with the case. Source: NamUs and ViCAP."""

    MISSING_WITH = "missing_with", _("Missing with the person")
    USED_BY_PERSON = "used_by_person", _("Used by the person")
    FOUND = "found", _("Found later")
    SUSPECT = "suspect", _("Used by a suspect")
    WITNESS = "witness", _("Seen by a witness")
    OTHER = "other", _("Other")


class PhoneUse(TextChoices):
    """Whose or what a telephone number is. Source: investigation practice and hotline records."""

    OWN = "own", _("Own number")
    CALLED = "called", _("Called or messaged")
    ADVERTISEMENT = "advertisement", _("In an advertisement")
    SUSPECT = "suspect", _("Used by a suspect")
    FAMILY = "family", _("Family")
    WORK = "work", _("Work")
    OTHER = "other", _("Other")


EMAIL = "email"
"""The online platform that is no platform: electronic mail."""
