"""The nouns of Continued Presence."""

from .disclosure import Disclosure
from .grant import Grant
from .message import Message
from .office import Office
from .operation import MOST_VICTIMS, Operation
from .presence_request import MOST_MESSAGES, MOST_NOTES, PresenceRequest
from .stage_span import StageSpan
from .waiver import Waiver

__all__ = [
    "MOST_MESSAGES",
    "MOST_NOTES",
    "MOST_VICTIMS",
    "Disclosure",
    "Grant",
    "Message",
    "Office",
    "Operation",
    "PresenceRequest",
    "StageSpan",
    "Waiver",
]
