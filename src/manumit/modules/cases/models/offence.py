"""Offences of a case."""

from typing import ClassVar

from django.db import models

from .part import PersonPart, in_group, through


class Offence(PersonPart):
    """An offence.

    `statute` as cited ("18 USC 1591"), `nibrs_code` the code of the National Incident-Based Reporting System.
    """

    part: ClassVar[str] = "offences"

    statute = models.CharField(max_length=100, blank=True)
    nibrs_code = models.CharField(max_length=3, blank=True)
    title = models.CharField(max_length=200)
    attempted = models.BooleanField(null=True, blank=True)
    counts = models.PositiveSmallIntegerField(null=True, blank=True)
    earliest_on = models.DateField(null=True, blank=True)
    latest_on = models.DateField(null=True, blank=True)
    note = models.TextField(blank=True)

    scoped_through = through("narrative")
    sensitivity = in_group(
        "narrative",
        "person", "statute", "nibrs_code", "title", "attempted", "counts", "earliest_on", "latest_on", "note",
    )  # fmt: skip
