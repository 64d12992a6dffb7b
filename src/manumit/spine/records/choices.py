"""Vocabularies of records."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Level(models.TextChoices):
    """How far a record is shared beyond its owner, after N-DEx practice.

    A record is `restricted` until its owner chooses otherwise.
    """

    OPEN = "open", _("Open to partners under agreement")
    POINTER = "pointer", _("Pointer: others learn only that something matches, and whom to ask")
    RESTRICTED = "restricted", _("Restricted to the named")


class Ended(models.TextChoices):
    """Why a release ended. Source: the ways in which one can; see `records.releasing`."""

    RECALLED = "recall", _("Recalled by the owner")
    AGREEMENT = "agreement", _("The agreement it rested on has ended")
    NATION = "nation", _("The nation whose people it is about decided so")
    TRANSFER = "transfer", _("The record has another owner")
    EXPIRED = "expired", _("Its time was over")


class Certainty(models.TextChoices):
    """How sure the source of a value is."""

    EXACT = "exact", _("Exact")
    ESTIMATED = "estimated", _("Estimated")
    RANGE = "range", _("Range")
    UNKNOWN = "unknown", _("Unknown")
