"""The nouns of Continued Presence."""

from .basis import Basis
from .disclosure import Disclosure
from .family_member import FamilyMember
from .grant import Grant
from .mark import Mark, VettingMark
from .message import Message
from .office import Office
from .operation import MOST_VICTIMS, Operation
from .presence_request import MOST_FAMILY, MOST_FILES, MOST_MARKS, MOST_MESSAGES, MOST_NOTES, PresenceRequest
from .request_file import RequestFile
from .sending import Sending
from .stage_span import StageSpan
from .waiver import Waiver

__all__ = [
    "MOST_FAMILY",
    "MOST_FILES",
    "MOST_MARKS",
    "MOST_MESSAGES",
    "MOST_NOTES",
    "MOST_VICTIMS",
    "Basis",
    "Disclosure",
    "FamilyMember",
    "Grant",
    "Mark",
    "Message",
    "Office",
    "Operation",
    "PresenceRequest",
    "RequestFile",
    "Sending",
    "StageSpan",
    "VettingMark",
    "Waiver",
]
