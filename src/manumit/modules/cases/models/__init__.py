"""The nouns of the case catalogue."""

from .behaviour import Behaviour
from .belonging import Belonging
from .biometric import Biometric
from .case import Case
from .case_agency import CaseAgency
from .case_document import CaseDocument
from .case_event import CaseEvent
from .case_file import CaseFile
from .case_person import CasePerson
from .case_place import CasePlace
from .case_position import CasePosition
from .column_mapping import ColumnMapping
from .exploitation import Exploitation
from .feature import Feature
from .feed_entry import FeedEntry
from .import_feed import ImportFeed
from .indian_status import IndianStatusRecord
from .offence import Offence
from .online_account import OnlineAccount
from .outside_number import OutsideNumber
from .part import CasePart, PersonPart
from .person_name import PersonName
from .phone import Phone
from .remains import Remains
from .spelling_merge import SpellingMerge
from .traditional_name import TraditionalName
from .tribe_association import TribeAssociation
from .vehicle import Vehicle

PARTS: dict[str, type[CasePart]] = {
    model.part: model
    for model in (
        PersonName, TraditionalName, IndianStatusRecord, TribeAssociation, Feature, Belonging, Biometric, Remains,
        CasePlace, Vehicle, Phone, OnlineAccount, CaseEvent, Offence, Behaviour, Exploitation,
    )
}  # fmt: skip
"""Every kind of part by its name, in the order pages show them."""
NOUNS: dict[str, type[CasePart] | type[CasePerson]] = {
    "people": CasePerson, "agencies": CaseAgency, "numbers": OutsideNumber, **PARTS, "files": CaseFile,
}  # fmt: skip
"""All that stands in a case, by its name in history and addresses."""

__all__ = [
    "NOUNS", "PARTS", "Behaviour", "Belonging", "Biometric", "Case", "CaseAgency", "CaseDocument", "CaseEvent",
    "CaseFile", "CasePart", "CasePerson", "CasePlace", "CasePosition", "ColumnMapping", "Exploitation", "Feature",
    "FeedEntry", "ImportFeed", "IndianStatusRecord", "Offence", "OnlineAccount", "OutsideNumber", "PersonName",
    "PersonPart", "Phone", "Remains", "SpellingMerge", "TraditionalName", "TribeAssociation", "Vehicle",
]  # fmt: skip
