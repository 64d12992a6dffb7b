"""Vehicles of a suspect."""

from typing import ClassVar

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.utils.translation import gettext_lazy as _

from manumit.spine.records.askable import Compact
from manumit.spine.records.coded import coded

from .part import SuspectPart, in_group, through


class SuspectVehicle(SuspectPart):
    """A vehicle somebody drives or owns: years as a range, plate and VIN as they were written.

    Of a partial plate `plate_partial` is true and each character that nobody saw is a question mark ("7?K 4??").
    """

    part: ClassVar[str] = "vehicles"

    year_min = models.PositiveSmallIntegerField(_("Year, earliest"), null=True, blank=True)
    year_max = models.PositiveSmallIntegerField(_("Year, latest"), null=True, blank=True)
    make = models.CharField(_("Make"), max_length=60, blank=True)
    model = models.CharField(_("Model"), max_length=60, blank=True)
    vehicle_kind = models.CharField(_("Kind of vehicle"), max_length=20, choices=coded("VEHICLE_KIND"), blank=True)
    style = models.CharField(_("Body style"), max_length=12, choices=coded("VEHICLE_STYLE"), blank=True)
    colors = ArrayField(
        models.CharField(max_length=16, choices=coded("VEHICLE_COLOR")), verbose_name=_("Colors"),
        default=list, blank=True,
    )  # fmt: skip
    plate_state = models.CharField(_("State of the plate"), max_length=20, blank=True)
    plate_number = models.CharField(_("Plate"), max_length=20, blank=True)
    plate_partial = models.BooleanField(_("Only part of the plate was seen"), default=False)
    vin = models.CharField(_("Vehicle identification number"), max_length=20, blank=True)
    description = models.TextField(_("What it looks like"), blank=True)

    scoped_through = through("identifiers")
    sensitivity = in_group(
        "identifiers",
        "year_min", "year_max", "make", "model", "vehicle_kind", "style", "colors", "plate_state", "plate_number",
        "plate_partial", "vin", "description",
    )  # fmt: skip

    class Meta(SuspectPart.Meta):
        indexes = [
            models.Index(Compact("plate_number"), name="suspect_plate_plain"),
            models.Index(Compact("vin"), name="suspect_vin_plain"),
        ]
