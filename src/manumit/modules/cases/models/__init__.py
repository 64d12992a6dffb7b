"""The nouns of the case catalogue."""

from .case import Case
from .case_agency import CaseAgency
from .case_person import CasePerson
from .outside_number import OutsideNumber

__all__ = ["Case", "CaseAgency", "CasePerson", "OutsideNumber"]
