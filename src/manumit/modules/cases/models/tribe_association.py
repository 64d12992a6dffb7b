"""Tribes a person belongs to."""

from typing import ClassVar

from django.db import models

from manumit.spine.records.coded import coded

from .part import PersonPart, in_group, through


class TribeAssociation(PersonPart):
    """One Tribe a person is enrolled in or associated with.

    `tribe` is a code of the table of Tribes, empty where unresolved; `reported_as` keeps the spelling.
    """

    part: ClassVar[str] = "tribes"

    tribe = models.CharField(max_length=12, blank=True)
    reported_as = models.CharField(max_length=200, blank=True)
    enrolled = models.CharField(max_length=8, choices=coded("YES_NO_UNKNOWN"), default="unknown")

    scoped_through = through("tribal")
    sensitivity = in_group("tribal", "person", "tribe", "reported_as", "enrolled")
