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
from .description import (
    Aspect,
)
from .event import EventKind, Reliability
from .file import FileKind
from .person import PersonRole, Race, Sex
from .place import PlaceRole, PositionPrecision
from .things import OnlinePlatform, PhoneUse, VehicleRelation
from .trafficking import (
    ExploitationKind,
    Industry,
    MethodOfControl,
    RecruitmentMethod,
    Relationship,
    SexExploitationKind,
    TraffickingStatus,
    Vulnerability,
)

__all__ = [
    "STATE_UNKNOWN", "AgencyRole", "Aspect", "CaseType", "DatePrecision", "Dimension", "EventKind",
    "ExploitationKind", "FileKind", "Industry", "MethodOfControl", "NumberScheme", "OnlinePlatform", "Outcome",
    "PersonRole", "PhoneUse", "PlacePrecision", "PlaceRole", "PositionPrecision", "Race", "RecruitmentMethod",
    "Relationship", "Reliability", "ReopenReason", "Sex", "SexExploitationKind", "State", "SuspendReason",
    "TraffickingStatus", "TribalLand", "VehicleRelation", "Vulnerability", "state_choices",
]  # fmt: skip
