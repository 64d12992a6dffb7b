"""The nouns of suspects."""

from .account import SuspectAccount
from .basis import Basis
from .charge import Charge
from .court_date import CourtDate
from .document import SuspectDocument
from .mark import Mark
from .part import SuspectPart
from .phone import SuspectPhone
from .suspect import Suspect
from .suspect_case import SuspectCase
from .suspect_name import SuspectName
from .vehicle import SuspectVehicle
from .victim_notice import VictimNotice

PARTS: dict[str, type[SuspectPart]] = {
    model.part: model
    for model in (
        Basis, SuspectName, Mark, SuspectPhone, SuspectAccount, SuspectVehicle, SuspectDocument, Charge, CourtDate,
    )
}  # fmt: skip
"""Every kind of part that people add, by its name, in the order pages show them."""
NOUNS: dict[str, type[SuspectPart]] = {SuspectCase.part: SuspectCase, **PARTS, VictimNotice.part: VictimNotice}
"""All that belongs to a suspect, by its name in history."""

__all__ = [
    "NOUNS", "PARTS", "Basis", "Charge", "CourtDate", "Mark", "Suspect", "SuspectAccount", "SuspectCase",
    "SuspectDocument", "SuspectName", "SuspectPart", "SuspectPhone", "SuspectVehicle", "VictimNotice",
]  # fmt: skip
