"""Indian status."""

from typing import ClassVar

from django.db import models

from manumit.spine.records.coded import coded

from .part import PersonPart, in_group, through


class IndianStatusRecord(PersonPart):
    """Status under federal Indian law with its `basis`, and what that rests on in `basis_detail`."""

    part: ClassVar[str] = "indian_status"

    status = models.CharField(max_length=28, choices=coded("INDIAN_STATUS"), default="unknown")
    basis = models.CharField(max_length=28, choices=coded("INDIAN_STATUS_BASIS"), blank=True)
    basis_detail = models.CharField(max_length=500, blank=True)
    determined_by = models.CharField(max_length=200, blank=True)
    determined_on = models.DateField(null=True, blank=True)

    scoped_through = through("tribal")
    sensitivity = in_group("tribal", "person", "status", "basis", "basis_detail", "determined_by", "determined_on")
