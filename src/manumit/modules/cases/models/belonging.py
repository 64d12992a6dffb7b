"""What somebody wore or carried."""

from typing import ClassVar

from django.db import models

from manumit.spine.records.coded import coded

from .part import PersonPart, in_group, through


class Belonging(PersonPart):
    """Clothing, jewelry or another thing worn or carried; `lay` says where it lay, for remains."""

    part: ClassVar[str] = "belongings"

    belonging_kind = models.CharField(max_length=12, choices=coded("BELONGING_KIND"))
    lay = models.CharField(max_length=12, choices=coded("BELONGING_PLACE"), blank=True)
    jewelry_kind = models.CharField(max_length=24, choices=coded("JEWELRY_KIND"), blank=True)
    ncic_code = models.CharField(max_length=10, blank=True)
    description = models.TextField(blank=True)

    scoped_through = through("people")
    sensitivity = in_group("people", "person", "belonging_kind", "lay", "jewelry_kind", "ncic_code", "description")
