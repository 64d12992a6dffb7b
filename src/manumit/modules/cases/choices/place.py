"""Vocabularies of places."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class PlaceRole(TextChoices):
    """What happened at a place. Source: NamUs, ViCAP and NIEM."""

    LAST_SEEN = "last_seen", _("Last seen")
    FOUND = "found", _("Found")
    RESIDENCE = "residence", _("Home")
    WORK = "work", _("Work")
    ENCOUNTER = "encounter", _("First met the offender")
    OFFENCE = "offence", _("Offence")
    DISPOSAL = "disposal", _("Left after death")
    SIGHTING = "sighting", _("Seen there since")
    RECRUITED = "recruited", _("Recruited")
    EXPLOITED = "exploited", _("Exploited")
    FREQUENTED = "frequented", _("Often there")
    OTHER = "other", _("Other")


class PositionPrecision(TextChoices):
    """What latitude and longitude stand for. Source: NamUs publishes positions of places, not of people."""

    EXACT = "exact", _("Exactly there")
    APPROXIMATE = "approximate", _("About there")
    LOCALITY = "locality", _("Middle of the city")
    POSTAL = "postal", _("Middle of the postal area")
    COUNTY = "county", _("Middle of the county")
    STATE = "state", _("Middle of the state")
    UNKNOWN = "unknown", _("Not known")
