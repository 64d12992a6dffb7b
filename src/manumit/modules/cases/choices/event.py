"""Vocabularies of the timeline."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class EventKind(TextChoices):
    """What happened. Source: the dates that NamUs, NCIC and investigation practice keep."""

    LAST_CONTACT = "last_contact", _("Last contact")
    SIGHTING = "sighting", _("Seen")
    REPORTED = "reported", _("Reported")
    NCIC_ENTRY = "ncic_entry", _("Entered in NCIC")
    NCIC_VALIDATED = "ncic_validated", _("Validated in NCIC")
    SEARCH = "search", _("Search")
    INTERVIEW = "interview", _("Interview")
    DNA_TAKEN = "dna_taken", _("DNA taken")
    FAMILY_CONTACT = "family_contact", _("Contact with the family")
    MEDIA = "media", _("Published in the media")
    ALERT = "alert", _("Public alert")
    RECOVERED = "recovered", _("Found or recovered")
    IDENTIFIED = "identified", _("Identified")
    ARREST = "arrest", _("Arrest")
    COURT = "court", _("Court")
    COMMUNICATION = "communication", _("Call, message or post")
    TRANSACTION = "transaction", _("Payment or withdrawal")
    MOVEMENT = "movement", _("Journey or movement")
    OFFENCE = "offence", _("Offence")
    OTHER = "other", _("Other")


class Reliability(TextChoices):
    """How far the source can be relied on. Source: practice under 28 CFR Part 23."""

    RELIABLE = "reliable", _("Reliable")
    USUALLY = "usually", _("Usually reliable")
    UNRELIABLE = "unreliable", _("Unreliable")
    UNKNOWN = "unknown", _("Cannot be judged")
