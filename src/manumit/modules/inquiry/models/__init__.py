"""The nouns of inquiries."""

from .answer import Answer
from .inquiry import Inquiry
from .office import Office
from .pointer_hit import PointerHit

__all__ = ["Answer", "Inquiry", "Office", "PointerHit"]
