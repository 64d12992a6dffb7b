"""What belongs to a case, as a NamUs document says it: features, belongings, vehicles, agencies."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from manumit.values import crosswalks
from manumit.values.crosswalk import Crosswalk

from ..models import Belonging, CaseAgency, Feature, Vehicle
from .namus_words import label

Lost = Callable[[str], None]
Json = dict[str, Any]
_VEHICLE = {
    "make": "vehicleMake",
    "model": "vehicleModel",
    "style_text": "vehicleStyle",
    "color_text": "vehicleColor",
    "plate_state": "tagState",
    "plate_number": "tagNumber",
    "plate_year": "tagExpirationYear",
    "description": "comment",
}


def named(code: str, walk: Crosswalk, lost: Lost, name: str) -> Json:
    """Return a coded value as NamUs names it; what has no equal is lost."""
    return {"name": label(code, walk, lost, name)}


def feature(row: Feature, lost: Lost) -> Json:
    """Return a mark or feature."""
    if row.site or row.side or row.ncic_code:
        lost("features.site")
    kind = named(row.feature_kind, crosswalks.BODY_FEATURE_NAMUS, lost, "features.feature_kind")
    other = {"name": "Other distinctive physical characteristic"}
    return {"identityId": row.pk, "physicalFeature": kind if kind["name"] else other, "description": row.description}


def article(row: Belonging, lost: Lost) -> Json:
    """Return clothing or another belonging."""
    if row.jewelry_kind or row.ncic_code:
        lost("belongings.jewelry_kind")
    kind = named(row.belonging_kind, crosswalks.BELONGING_KIND_NAMUS, lost, "belongings.belonging_kind")
    return {
        "identityId": row.pk,
        "article": kind if kind["name"] else {"name": "Accessories"},
        "location": named(row.lay, crosswalks.BELONGING_PLACE_NAMUS, lost, "belongings.lay"),
        "description": row.description,
    }


def vehicle(row: Vehicle, lost: Lost) -> Json:
    """Return a vehicle."""
    if row.year_min != row.year_max or row.vin or row.vehicle_kind:
        lost("vehicles.vin, years, kind")
    return {
        "id": row.pk,
        "vehicleYear": row.year_min,
        **{name: getattr(row, field) for field, name in _VEHICLE.items()},
    }


def agency(row: CaseAgency, lost: Lost) -> Json:
    """Return an agency with its own number."""
    kind = named(row.agency_kind, crosswalks.AGENCY_TYPE_NAMUS, lost, "agencies.agency_kind")
    level = named(row.jurisdiction, crosswalks.JURISDICTION_LEVEL_NAMUS, lost, "agencies.jurisdiction")
    if row.contact or row.ori:
        lost("agencies.contact")
    return {
        "id": row.pk,
        "name": row.agency_name,
        "caseNumber": row.number,
        "dateReported": row.reported_on.isoformat() if row.reported_on else "",
        "city": row.city,
        "selection": {
            "agency": {
                "agencyType": kind, "jurisdiction": level, "phone": row.phone, "street1": row.street,
                "zipCode": row.postal_code,
            }
        },
    }  # fmt: skip
