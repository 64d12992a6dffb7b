"""What is on file to identify a person."""

from typing import ClassVar

from django.db import models

from manumit.spine.records.coded import coded

from .part import PersonPart, in_group, through


class Biometric(PersonPart):
    """That dental records, DNA, prints or the like are on file, or are not.

    The material itself is never stored here. `relation` is that of the relative who gave a family sample.
    """

    part: ClassVar[str] = "biometrics"

    biometric_kind = models.CharField(max_length=20, choices=coded("BIOMETRIC_KIND"))
    status = models.CharField(max_length=24, choices=coded("ON_FILE"), default="unknown")
    held_by = models.CharField(max_length=200, blank=True)
    reference = models.CharField(max_length=100, blank=True)
    relation = models.CharField(max_length=20, choices=coded("SAMPLE_RELATION"), blank=True)
    taken_on = models.DateField(null=True, blank=True)
    note = models.TextField(blank=True)

    scoped_through = through("people")
    sensitivity = in_group(
        "people",
        "person", "biometric_kind", "status", "held_by", "reference", "relation", "taken_on", "note",
    )  # fmt: skip
