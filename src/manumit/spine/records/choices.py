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


class Certainty(models.TextChoices):
    """How sure the source of a value is."""

    EXACT = "exact", _("Exact")
    ESTIMATED = "estimated", _("Estimated")
    RANGE = "range", _("Range")
    UNKNOWN = "unknown", _("Unknown")
