"""Places of a case."""

from typing import ClassVar

from django.db import models

from manumit.spine.records.coded import coded

from ..choices import PlaceRole, PositionPrecision, TribalLand
from .part import PersonPart, in_group, through


class CasePlace(PersonPart):
    """One place and what happened there.

    Degrees of WGS 84; `tribe` is the code of the nation whose land it is; `country` as in ISO 3166-1.
    """

    part: ClassVar[str] = "places"

    role = models.CharField(max_length=12, choices=PlaceRole.choices)
    address = models.CharField(max_length=200, blank=True)
    city = models.CharField(max_length=100, blank=True)
    county = models.CharField(max_length=100, blank=True)
    state = models.CharField(max_length=2, blank=True)
    postal_code = models.CharField(max_length=20, blank=True)
    country = models.CharField(max_length=2, blank=True)
    latitude = models.FloatField(null=True, blank=True)
    longitude = models.FloatField(null=True, blank=True)
    position_precision = models.CharField(
        max_length=12, choices=PositionPrecision.choices, default=PositionPrecision.UNKNOWN
    )
    land_status = models.CharField(max_length=28, choices=coded("LAND_STATUS"), blank=True)
    tribal_land = models.CharField(max_length=8, choices=TribalLand.choices, default=TribalLand.UNKNOWN)
    tribe = models.CharField(max_length=12, blank=True)
    description = models.TextField(blank=True)

    scoped_through = through("place")
    sensitivity = in_group(
        "place",
        "person", "role", "address", "city", "county", "state", "postal_code", "country", "latitude", "longitude",
        "position_precision", "land_status", "tribal_land", "tribe", "description",
    )  # fmt: skip

    class Meta(PersonPart.Meta):
        constraints = [
            models.CheckConstraint(
                condition=models.Q(latitude=None, longitude=None)
                | models.Q(latitude__range=(-90, 90), longitude__range=(-180, 180)),
                name="case_place_on_the_globe",
            )
        ]
