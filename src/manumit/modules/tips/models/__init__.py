"""The nouns of tips."""

from .attachment import TipAttachment
from .desk import TipDesk
from .handover import TipHandover
from .message import TipMessage
from .part import TipPart
from .tip import Tip
from .tip_case import TipCase
from .tip_key import TipKey
from .wrong_try import WrongTry

NOUNS: dict[str, type[TipPart]] = {model.part: model for model in (TipMessage, TipCase, TipAttachment)}
"""All that belongs to a tip, by its name in history."""

__all__ = [
    "NOUNS",
    "Tip",
    "TipAttachment",
    "TipCase",
    "TipDesk",
    "TipHandover",
    "TipKey",
    "TipMessage",
    "TipPart",
    "WrongTry",
]
