"""What each kind of part is called: over a section, and for one of them."""

from collections.abc import Mapping
from typing import Any

from django.utils.translation import gettext_lazy as _

MANY: Mapping[str, Any] = {
    "names": _("Other names"),
    "traditional_names": _("Traditional names"),
    "indian_status": _("Indian status"),
    "tribes": _("Tribes"),
    "features": _("Scars, marks, tattoos"),
    "belongings": _("Clothing and belongings"),
    "biometrics": _("Dental, DNA, prints"),
    "remains": _("Remains"),
    "places": _("Places"),
    "vehicles": _("Vehicles"),
    "phones": _("Telephones"),
    "accounts": _("Online accounts"),
    "events": _("Timeline"),
    "offences": _("Offenses"),
    "behaviours": _("Behavior of the offender"),
    "exploitations": _("Exploitation"),
    "files": _("Files"),
    "agencies": _("Agencies"),
    "numbers": _("Numbers"),
}
ONE: Mapping[str, Any] = {
    "people": _("a person"),
    "names": _("another name"),
    "traditional_names": _("a traditional name"),
    "indian_status": _("Indian status"),
    "tribes": _("a Tribe"),
    "features": _("a scar, mark or tattoo"),
    "belongings": _("a belonging"),
    "biometrics": _("what is on file"),
    "remains": _("remains"),
    "places": _("a place"),
    "vehicles": _("a vehicle"),
    "phones": _("a telephone"),
    "accounts": _("an online account"),
    "events": _("an event"),
    "offences": _("an offense"),
    "behaviours": _("a behavior"),
    "exploitations": _("exploitation"),
    "files": _("a file"),
    "agencies": _("an agency"),
    "numbers": _("a number"),
}
HEADLINES: Mapping[str, tuple[str, ...]] = {
    "names": ("name_type",),
    "indian_status": ("status",),
    "tribes": ("reported_as", "tribe"),
    "files": ("file_kind", "name"),
    "features": ("feature_kind", "side", "site"),
    "biometrics": ("biometric_kind", "status"),
    "remains": ("condition",),
    "places": ("role", "address", "city", "county", "state"),
    "vehicles": ("year_min", "year_max", "colors", "make", "model"),
    "phones": ("number",),
    "accounts": ("platform", "handle"),
    "events": ("title",),
    "offences": ("title", "statute"),
    "behaviours": ("dimension", "value"),
    "exploitations": ("kinds",),
    "agencies": ("agency_name",),
    "numbers": ("scheme", "value"),
}
"""The fields whose values head a part on the page; a kind not named here is headed by its first field."""


def many(part: str) -> str:
    """Return what stands over the parts of this kind."""
    return str(MANY.get(part, part.replace("_", " ")))


def one(part: str) -> str:
    """Return what one such part is called, with its article."""
    return str(ONE.get(part, part.replace("_", " ")))
