"""Remains and their identification."""

from typing import ClassVar

from django.db import models

from manumit.spine.records.coded import coded

from .part import PersonPart, in_group, through


class Remains(PersonPart):
    """The state of remains.

    `interval` is the estimated time since death in `interval_unit`; `died` a partial date (EDTF).
    Identification names method, examiner and day.
    """

    part: ClassVar[str] = "remains"

    status = models.CharField(max_length=10, choices=coded("REMAINS_STATUS"), default="deceased")
    condition = models.CharField(max_length=24, choices=coded("CONDITION_OF_REMAINS"), blank=True)
    interval = models.PositiveSmallIntegerField(null=True, blank=True)
    interval_unit = models.CharField(max_length=8, choices=coded("INTERVAL_UNIT"), blank=True)
    died = models.CharField(max_length=24, blank=True)
    all_parts_recovered = models.BooleanField(null=True, blank=True)
    head_not_recovered = models.BooleanField(null=True, blank=True)
    torso_not_recovered = models.BooleanField(null=True, blank=True)
    limbs_not_recovered = models.BooleanField(null=True, blank=True)
    hands_not_recovered = models.BooleanField(null=True, blank=True)
    identified_by_method = models.CharField(max_length=16, choices=coded("IDENTIFICATION_METHOD"), blank=True)
    identified_by = models.CharField(max_length=200, blank=True)
    identified_on = models.DateField(null=True, blank=True)

    scoped_through = through("people")
    sensitivity = in_group(
        "people",
        "person", "status", "condition", "interval", "interval_unit", "died", "all_parts_recovered",
        "head_not_recovered", "torso_not_recovered", "limbs_not_recovered", "hands_not_recovered",
        "identified_by_method", "identified_by", "identified_on",
    )  # fmt: skip

    class Meta(PersonPart.Meta):
        verbose_name_plural = "remains"
