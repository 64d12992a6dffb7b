"""Cases near a place: within so many kilometers of a position, or of the middle of a county."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from functools import reduce

from django.core.exceptions import ValidationError
from django.db.models import F, FloatField, Q, Value
from django.db.models.functions import ACos, Cos, Greatest, Least, Radians, Sin
from django.utils.translation import gettext_lazy as _

from manumit.spine.identity.actor import Actor
from manumit.values.county_places import county_place

from .models import CasePosition

EARTH_KM = 6371.0
KM_A_DEGREE = 111.0
MOST_KM = 500


@dataclass(frozen=True)
class Near:
    """A circle: `name` for people, its middle in degrees of WGS 84, its radius in kilometers."""

    name: str
    latitude: float
    longitude: float
    km: float

    def __str__(self) -> str:
        return f"{self.name}, {self.km:g} km"


def read(text: str) -> Near:
    """Read `45.60, -107.46, 50` or `Big Horn, MT, 50`, kilometers last. Raises ValidationError."""
    parts = [part.strip() for part in text.split(",")]
    if len(parts) != 3:
        raise ValidationError(_("Write a county, its state and kilometers, such as Big Horn, MT, 50; or two degrees."))
    km = _km(parts[2])
    try:
        latitude, longitude = float(parts[0]), float(parts[1])
    except ValueError:
        return _county(parts[0], parts[1], km)
    if not (abs(latitude) <= 90 and abs(longitude) <= 180):
        raise ValidationError(_("Latitude runs from -90 to 90, longitude from -180 to 180."))
    return Near(f"{latitude:g}, {longitude:g}", latitude, longitude, km)


def _km(text: str) -> float:
    try:
        km = float(text.lower().removesuffix("km"))
    except ValueError:
        km = 0
    if not 0 < km <= MOST_KM:
        raise ValidationError(_("Give the distance in kilometers, at most 500."))
    return km


def _county(name: str, state: str, km: float) -> Near:
    county = county_place(name, state)
    if county is None:
        raise ValidationError(
            _("There is no county “%(name)s” in %(state)s, or more than one."), params={"name": name, "state": state}
        )
    return Near(f"{county.name}, {county.state}", county.latitude, county.longitude, km)


def where(circles: Sequence[Near], actor: Actor) -> Q:
    """Return the condition that a case has its position in one of the circles, where the actor may read it."""
    return reduce(lambda left, circle: left | Q(pk__in=_places(circle, actor)), circles, Q(pk__in=()))


def _places(circle: Near, actor: Actor) -> object:
    """The box around the circle is found by index; the distance is worked out for what lies in it."""
    up = circle.km / KM_A_DEGREE
    across = up / max(math.cos(math.radians(min(abs(circle.latitude) + up, 89.0))), 0.01)
    box = Q(latitude__range=(circle.latitude - up, circle.latitude + up))
    box &= Q(longitude__range=(circle.longitude - across, circle.longitude + across))
    rows = CasePosition.objects.visible_to(actor).filter(box)
    return rows.annotate(km=_distance(circle)).filter(km__lte=circle.km).values("case_id")


def _distance(circle: Near) -> object:
    here = Value(math.radians(circle.latitude), FloatField())
    there = Radians(F("latitude"))
    apart = Radians(F("longitude")) - Value(math.radians(circle.longitude), FloatField())
    cosine = Sin(here) * Sin(there) + Cos(here) * Cos(there) * Cos(apart)
    within = Least(Greatest(cosine, Value(-1.0)), Value(1.0), output_field=FloatField())
    return ACos(within) * Value(EARTH_KM, FloatField())
