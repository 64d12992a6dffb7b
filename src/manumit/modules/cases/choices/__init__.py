"""Vocabularies of the catalogue. Each says where its members come from; a member is never dropped, only retired."""

from .agency import AgencyRole, NumberScheme
from .behaviour import Dimension
from .case import (
    STATE_UNKNOWN,
    CaseType,
    DatePrecision,
    Outcome,
    PlacePrecision,
    ReopenReason,
    State,
    SuspendReason,
    TribalLand,
    state_choices,
)
from .description import Aspect
from .event import EventKind, Reliability
from .file import FileKind
from .person import PersonRole, Race, Sex
from .place import PlaceRole, PositionPrecision
from .things import EMAIL, PhoneUse, VehicleRelation
from .trafficking import TraffickingStatus

__all__ = [
    "EMAIL", "STATE_UNKNOWN", "AgencyRole", "Aspect", "CaseType", "DatePrecision", "Dimension", "EventKind", "FileKind",
    "NumberScheme", "Outcome", "PersonRole", "PhoneUse", "PlacePrecision", "PlaceRole", "PositionPrecision", "Race",
    "Reliability", "ReopenReason", "Sex", "State", "SuspendReason", "TraffickingStatus", "TribalLand",
    "VehicleRelation", "state_choices",
]  # fmt: skip
