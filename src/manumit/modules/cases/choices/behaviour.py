"""Vocabularies of behaviour. A comparison of behaviour is unvalidated and carries no probability."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class Dimension(TextChoices):
    """What is described. Source: the dimensions ViCAP compares."""

    APPROACH = "approach", _("Approach")
    ENCOUNTER_SITE = "encounter_site", _("Where they met")
    TRANSPORT = "transport", _("Transport")
    RESTRAINT = "restraint", _("Restraint")
    WEAPON = "weapon", _("Weapon")
    CAUSE_OF_DEATH = "cause_of_death", _("Cause of death")
    DISPOSAL = "disposal", _("How the body was left")
    DISPOSAL_DISTANCE = "disposal_distance", _("How far from the encounter")
    POSING = "posing", _("Position of the body")
    POSTMORTEM_ACTS = "postmortem_acts", _("Acts after death")
    ITEMS_TAKEN = "items_taken", _("Things taken")
    PRECAUTIONS = "precautions", _("Precautions against discovery")
    COMMUNICATION = "communication", _("Words and messages")
    VEHICLE = "vehicle", _("Vehicle")
    VICTIM_CIRCUMSTANCES = "victim_circumstances", _("Circumstances of the victim")
    PLATFORM = "platform", _("Platform or advertisement")
    TIMING = "timing", _("Day, time and season")
    OTHER = "other", _("Other")
