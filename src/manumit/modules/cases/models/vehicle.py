"""Vehicles of a case."""

from typing import ClassVar

from django.contrib.postgres.fields import ArrayField
from django.db import models

from manumit.spine.records.askable import Compact
from manumit.spine.records.coded import coded

from ..choices import VehicleRelation
from .part import PersonPart, in_group, through


class Vehicle(PersonPart):
    """A vehicle: years as a range, plate and VIN as they were written.

    `style_text` and `color_text` keep words no code stands for.
    """

    part: ClassVar[str] = "vehicles"

    relation = models.CharField(max_length=16, choices=VehicleRelation.choices, default=VehicleRelation.OTHER)
    year_min = models.PositiveSmallIntegerField(null=True, blank=True)
    year_max = models.PositiveSmallIntegerField(null=True, blank=True)
    make = models.CharField(max_length=60, blank=True)
    model = models.CharField(max_length=60, blank=True)
    vehicle_kind = models.CharField(max_length=20, choices=coded("VEHICLE_KIND"), blank=True)
    style = models.CharField(max_length=12, choices=coded("VEHICLE_STYLE"), blank=True)
    style_text = models.CharField(max_length=60, blank=True)
    colors = ArrayField(models.CharField(max_length=16, choices=coded("VEHICLE_COLOR")), default=list, blank=True)
    color_text = models.CharField(max_length=60, blank=True)
    plate_state = models.CharField(max_length=20, blank=True)
    plate_number = models.CharField(max_length=20, blank=True)
    plate_year = models.PositiveSmallIntegerField(null=True, blank=True)
    vin = models.CharField(max_length=20, blank=True)
    description = models.TextField(blank=True)

    scoped_through = through("people")
    sensitivity = in_group(
        "people",
        "person", "relation", "year_min", "year_max", "make", "model", "vehicle_kind", "style", "style_text", "colors",
        "color_text", "plate_state", "plate_number", "plate_year", "vin", "description",
    )  # fmt: skip

    class Meta(PersonPart.Meta):
        indexes = [
            models.Index(Compact("plate_number"), name="vehicle_plate_plain"),
            models.Index(Compact("vin"), name="vehicle_vin_plain"),
        ]
